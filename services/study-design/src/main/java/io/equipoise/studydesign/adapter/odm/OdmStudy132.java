package io.equipoise.studydesign.adapter.odm;

import io.equipoise.contracts.odm.OdmXml;
import io.equipoise.contracts.odm.OdmXml.Edition;
import io.equipoise.studydesign.adapter.odm.OdmSchedule.Event;
import io.equipoise.studydesign.application.KeptVersions.Kept;
import io.equipoise.studydesign.domain.Definition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kept version of a definition as ODM 1.3.2 metadata, for systems that read no later one: visits and planned scans as
 * study events, assessments as forms, rules as conditions. It has no element for arms, timings, courses or where a value
 * comes from; days and windows go along in words.
 */
final class OdmStudy132 {
    private final Kept kept;
    private final Definition definition;
    private final OdmXml xml = new OdmXml(Edition.ODM_1_3_2);
    private final List<Event> events;

    OdmStudy132(Kept kept) {
        this.kept = kept;
        this.definition = kept.definition();
        this.events = new OdmSchedule(definition, xml).planned();
    }

    byte[] file() {
        var file = OdmXml.with(
                "FileType", "Snapshot",
                "Granularity", "Metadata",
                "FileOID", definition.study() + "." + kept.version(),
                "CreationDateTime", kept.at().toString(),
                "ODMVersion", Edition.ODM_1_3_2.number(),
                "Originator", "Equipoise",
                "SourceSystem", "Equipoise study-design");
        xml.element(
                "ODM",
                file,
                () -> xml.element("Study", OdmXml.with("OID", definition.study()), () -> {
                    xml.element("GlobalVariables", OdmXml.with(), () -> {
                        xml.said("StudyName", definition.study());
                        xml.said("StudyDescription", definition.title());
                        xml.said("ProtocolName", definition.study());
                    });
                    metadata();
                }));
        return xml.done();
    }

    private void metadata() {
        var version = OdmXml.with("OID", "MDV." + kept.version(), "Name", "Version " + kept.version());
        xml.element("MetaDataVersion", version, () -> {
            xml.element("Protocol", OdmXml.with(), this::protocol);
            events.forEach(this::event);
            definition
                    .list("/assessments/value")
                    .forEach(assessment -> xml.element(
                            "FormDef",
                            "OID",
                            form(assessment.get("assessment")),
                            "Name",
                            String.valueOf(assessment.get("title")),
                            "Repeating",
                            "No"));
            conditions();
        });
    }

    private void protocol() {
        xml.description(definition.title());
        OdmSchedule.references(events, xml);
        if (definition.at("/aliases") instanceof List<?> aliases) {
            aliases.forEach(alias -> xml.element("Alias", "Context", "other name", "Name", String.valueOf(alias)));
        }
    }

    private void event(Event event) {
        var named = OdmXml.with("OID", event.oid(), "Name", event.name(), "Repeating", "No", "Type", "Scheduled");
        xml.element("StudyEventDef", named, () -> {
            xml.description("Day " + event.day() + " from day 0"
                    + (event.before() == null ? "" : ", from " + event.before() + " before")
                    + (event.after() == null ? "" : ", to " + event.after() + " after"));
            event.asked().forEach(asked -> xml.element("FormRef", "FormOID", form(asked), "Mandatory", "Yes"));
        });
    }

    private void conditions() {
        definition.list("/eligibility/rules").forEach(rule -> {
            var name = String.valueOf(rule.get("rule"));
            xml.element("ConditionDef", OdmXml.with("OID", "COND." + name, "Name", name), () -> {
                xml.description(rule.get("kind") + ": " + rule.get("text"));
                if (rule.get("when") instanceof String when) {
                    xml.element("FormalExpression", OdmXml.with("Context", "Equipoise rule"), () -> xml.text(when));
                }
            });
        });
    }

    private static String form(@Nullable Object assessment) {
        return "F." + assessment;
    }
}
