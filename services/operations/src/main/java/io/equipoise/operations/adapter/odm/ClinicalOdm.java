package io.equipoise.operations.adapter.odm;

import io.equipoise.contracts.odm.OdmXml;
import io.equipoise.contracts.odm.OdmXml.Edition;
import io.equipoise.operations.application.Person;
import io.equipoise.operations.application.Story;
import io.equipoise.operations.application.Trial;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a study's people as ODM 2.0. No element has an arm, because no topic that is heard here has one. An
 * audit record names the account that recorded a fact, and the fact's place in its service's journal; what was told before
 * accounts were told names the service.
 */
final class ClinicalOdm {
    private final Trial trial;
    private final Function<String, List<Story>> stories;
    private final Instant now;
    private final OdmXml xml = new OdmXml(Edition.ODM_2_0);
    private final String version;

    ClinicalOdm(Trial trial, Function<String, List<Story>> stories, Instant now) {
        this.trial = trial;
        this.stories = stories;
        this.now = now;
        this.version = "MDV." + trial.study().version();
    }

    byte[] file() {
        var study = trial.study().study();
        var file = OdmXml.with(
                "FileType", "Snapshot",
                "Granularity", "AllClinicalData",
                "Context", "Exchange",
                "FileOID", study + "." + now,
                "CreationDateTime", now.toString(),
                "ODMVersion", Edition.ODM_2_0.number(),
                "Originator", "Equipoise",
                "SourceSystem", "Equipoise operations");
        xml.element("ODM", file, () -> {
            metadata(study);
            administration(study);
            xml.element(
                    "ClinicalData",
                    OdmXml.with("StudyOID", study, "MetaDataVersionOID", version),
                    () -> trial.people().forEach(this::person));
        });
        return xml.done();
    }

    private void metadata(String study) {
        var named = OdmXml.with(
                "OID", study, "StudyName", study, "ProtocolName", trial.study().title());
        var kept = "Facts, by definition version " + trial.study().version();
        xml.element(
                "Study",
                named,
                () -> xml.element("MetaDataVersion", OdmXml.with("OID", version, "Name", kept), this::forms));
    }

    private void forms() {
        Form.ALL.forEach(form -> xml.element(
                "StudyEventDef",
                OdmXml.with(
                        "OID", form.event(),
                        "Name", form.title(),
                        "Repeating", yes(form.repeating()),
                        "Type", "Common"),
                () -> xml.element("ItemGroupRef", "ItemGroupOID", form.group(), "Mandatory", "Yes")));
        Form.ALL.forEach(form -> xml.element(
                "ItemGroupDef",
                OdmXml.with("OID", form.group(), "Name", form.title(), "Repeating", "No", "Type", "Form"),
                () -> form.items()
                        .forEach(item -> xml.element("ItemRef", "ItemOID", form.item(item), "Mandatory", "No"))));
        Form.ALL.forEach(form -> form.items()
                .forEach(item ->
                        xml.element("ItemDef", "OID", form.item(item), "Name", item.title(), "DataType", item.type())));
    }

    private void administration(String study) {
        var users = new TreeSet<String>();
        trial.people().forEach(person -> stories.apply(person.subject()).forEach(story -> users.add(user(story))));
        xml.element("AdminData", OdmXml.with("StudyOID", study), () -> {
            users.forEach(user -> xml.element(
                    "User", OdmXml.with("OID", "USR." + user, "UserType", "Other"), () -> xml.said("UserName", user)));
            var sites = new TreeSet<String>();
            trial.people().forEach(person -> sites.add(person.site()));
            sites.forEach(site -> {
                var known = trial.sites().stream()
                        .filter(each -> each.site().equals(site))
                        .findFirst();
                var name = known.map(each -> each.name()).orElse("Site " + site);
                var since = known.map(each -> each.openedOn().toString())
                        .orElse(now.toString().substring(0, 10));
                xml.element(
                        "Location",
                        OdmXml.with("OID", "LOC." + site, "Name", name, "Role", "Site"),
                        () -> xml.element(
                                "MetaDataVersionRef",
                                "StudyOID",
                                study,
                                "MetaDataVersionOID",
                                version,
                                "EffectiveDate",
                                since));
            });
        });
    }

    private void person(Person person) {
        xml.element("SubjectData", OdmXml.with("SubjectKey", person.subject()), () -> {
            xml.element("SiteRef", "LocationOID", "LOC." + person.site());
            Fact.of(trial, person, stories.apply(person.subject())).forEach(fact -> fact(fact, person.site()));
        });
    }

    private void fact(Fact fact, String site) {
        var form = fact.form();
        var event = OdmXml.with("StudyEventOID", form.event(), "StudyEventRepeatKey", fact.key());
        xml.element("StudyEventData", event, () -> {
            xml.element("ItemGroupData", OdmXml.with("ItemGroupOID", form.group()), () -> {
                for (int n = 0; n < form.items().size(); n++) {
                    var value = fact.values().get(n);
                    if (value != null) {
                        xml.element(
                                "ItemData",
                                OdmXml.with("ItemOID", form.item(form.items().get(n))),
                                () -> xml.said("Value", value.toString()));
                    }
                }
            });
            audit(fact.told(), site);
        });
    }

    private void audit(@Nullable Story told, String site) {
        if (told != null) {
            xml.element("AuditRecord", OdmXml.with(), () -> {
                xml.element("UserRef", "UserOID", "USR." + user(told));
                xml.element("LocationRef", "LocationOID", "LOC." + site);
                xml.said("DateTimeStamp", told.toldAt().toString());
                xml.said("SourceID", told.type() + " " + told.stream() + " @ " + told.version());
            });
        }
    }

    private static String user(Story told) {
        return Objects.requireNonNullElse(told.actor(), told.source());
    }

    private static String yes(boolean is) {
        return is ? "Yes" : "No";
    }
}
