// One user for each service, who may do to the record only what the service does: find and insert. What was recorded or
// sealed is changed or removed by nobody's account; the seals show it if somebody's does.
//
//   mongosh "mongodb://ADMINISTRATOR@HOST/admin" deploy/mongo/users.js
//
// takes each password from EQUIPOISE_MONGO_<SERVICE> (dashes as _), and may be run again. The service is then given
//   SPRING_MONGODB_URI=mongodb://<service>:<password>@HOST/?authSource=admin&replicaSet=...
//
// Privileges only add up, so "everything but the journal" is a list of the rest: whoever adds a collection adds it here,
// and is told so by "not authorized" when the service starts.
const everyone = ["heard", "parked", "dead_letters"];
const tellers = [...everyone, "keys", "bookmarks"];
const rest = {
  "study-design": [...tellers, "anchors"],
  enrolment: [...tellers, "anchors", "subjects", "studies", "definitions", "sites", "holds"],
  randomization: [...tellers, "studies", "people"],
  "dosing-schedule": [
    ...tellers, "calendars", "definitions", "statuses", "sites", "consents", "withdrawals", "kits", "holds"],
  "adverse-event": [
    ...tellers, "adverse_events", "alerts", "alert_feed", "delivery_turns",
    "house_subjects", "house_doses", "house_sites", "house_studies",
    "stopping_doses", "stopping_definitions"],
  imaging: [...tellers, "scans", "scan_numbers", "subjects", "expected", "studies", "sites"],
  "ehr-integration": [...tellers, "subjects", "asked_facts"],
  operations: [
    ...everyone, "studies", "sites", "subjects", "randomizations", "calendars", "adverse_events", "alerts", "scans",
    "missing_scans", "told"],
};
const append = ["find", "insert", "createCollection", "createIndex", "listIndexes"];
const write = [...append, "update", "remove"];

const admin = db.getSiblingDB("admin");
for (const [service, collections] of Object.entries(rest)) {
  const password = process.env["EQUIPOISE_MONGO_" + service.toUpperCase().replaceAll("-", "_")];
  if (!password) {
    throw new Error("no password for " + service);
  }
  const privileges = collections.map(collection => ({resource: {db: service, collection}, actions: write}));
  if (collections.includes("keys")) { // only who owns facts has a journal
    ["journal", "seals"].forEach(collection =>
      privileges.push({resource: {db: service, collection}, actions: append}));
  }
  // where a projection is built a second time, to be compared
  privileges.push({resource: {db: service + "-replay", collection: ""}, actions: write});

  const role = {privileges, roles: []};
  const user = {pwd: password, roles: [{role: service, db: "admin"}]};
  admin.getRole(service) ? admin.updateRole(service, role) : admin.createRole({role: service, ...role});
  admin.getUser(service) ? admin.updateUser(service, user) : admin.createUser({user: service, ...user});
}
