#!/usr/bin/env bash
# Prints the commands that make the topics and let each service write what it tells and read what it hears, and no more.
# For a cluster with an authorizer, where a service is User:<its name>. What may be heard is read from docs/events.md.
#
#   [PARTITIONS=12] [REPLICAS=3] deploy/kafka/setup.sh BOOTSTRAP [COMMAND-CONFIG] > commands, read them, run them
#
# allocation carries arms, each sealed. One service gets to read it: adverse-event, which holds the key to what was sealed
# to it, the codes that a safety officer had broken, and none to the rest. Not even randomization, which tells it, may.
set -euo pipefail
bootstrap=${1:?where is the cluster? setup.sh BOOTSTRAP [COMMAND-CONFIG]}
events=$(dirname "$0")/../../docs/events.md

awk -F' *[|] *' -v to="--bootstrap-server $bootstrap${2:+ --command-config $2}" \
  -v partitions="${PARTITIONS:-3}" -v replicas="${REPLICAS:-3}" '
  function add(all, name) { if (!((all, name) in seen)) { seen[all, name]; return 1 } return 0 }
  function topic(name, kept) {
    print "kafka-topics.sh " to " --create --if-not-exists --topic " name " --partitions " partitions \
      " --replication-factor " replicas " --config retention.ms=-1" (replicas > 2 ? " --config min.insync.replicas=2" : "")
  }
  function allow(who, operations, what) {
    gsub(/[A-Za-z]+/, "--operation &", operations)
    print "kafka-acls.sh " to " --add --allow-principal User:" who " " operations " " what
  }
  function told(who, name) { # its dead letters are looked at when it starts
    if (add("told", who name)) { allow(who, "Write", "--topic " name); allow(who, "Describe", "--topic " name "-dlt") }
  }
  function heard(who, name) { # what it cannot read it puts beside the topic
    if (name == "allocation" && who != "adverse-event") { print "docs/events.md: " who " may not hear allocation" > "/dev/stderr"; exit 1 }
    if (add("heard", who name)) { allow(who, "Read", "--topic " name); allow(who, "Write", "--topic " name "-dlt") }
  }
  function service(who) {
    if (!add("service", who)) return
    services[++count] = who
    allow(who, "Read", "--group " who)
    allow(who, "Read", "--group projection-check-" who) # hears everything again, beside, and compares
    allow(who, "Describe", "--cluster") # is this still the broker that was told?
    allow(who, "Describe", "--topic seals --topic seals-dlt")
  }
  $2 ~ /^[a-z-]+$/ && $3 ~ /[.]v[0-9]+$/ {
    if (add("topic", $2)) { topic($2); topic($2 "-dlt") }
    if ($4 == "every service") { for (i = 1; i <= count; i++) if (services[i] in tellers) told(services[i], $2) }
    else { service($4); tellers[$4]; told($4, $2) }
    if ($5 != "nobody yet") { n = split($5, hearers, /, */); for (i = 1; i <= n; i++) { service(hearers[i]); heard(hearers[i], $2) } }
  }' "$events"
