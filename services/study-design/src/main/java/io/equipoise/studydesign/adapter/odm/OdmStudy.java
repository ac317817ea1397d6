package io.equipoise.studydesign.adapter.odm;

import io.equipoise.contracts.odm.OdmXml;
import io.equipoise.contracts.odm.OdmXml.Edition;
import io.equipoise.studydesign.application.KeptVersions.Kept;
import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.OpenValue;
import java.util.List;
import java.util.Map;

/**
 * A kept version of a definition as ODM 2.0 metadata. Every value goes along as a study parameter with its basis, also
 * those that ODM has no element for.
 */
final class OdmStudy {
    private static final Map<String, String> PHASES = Map.of(
            "EARLY_PHASE_1", "PHASE 0 TRIAL",
            "PHASE_1", "PHASE I TRIAL",
            "PHASE_1_2", "PHASE I/II TRIAL",
            "PHASE_2", "PHASE II TRIAL",
            "PHASE_2_3", "PHASE II/III TRIAL",
            "PHASE_3", "PHASE III TRIAL",
            "PHASE_4", "PHASE IV TRIAL",
            "NOT_APPLICABLE", "NOT APPLICABLE");

    private final Kept kept;
    private final Definition definition;
    private final OdmXml xml = new OdmXml(Edition.ODM_2_0);

    OdmStudy(Kept kept) {
        this.kept = kept;
        this.definition = kept.definition();
    }

    byte[] file() {
        var file = OdmXml.with(
                "FileType", "Snapshot",
                "Granularity", "Metadata",
                "Context", "Exchange",
                "FileOID", definition.study() + "." + kept.version(),
                "CreationDateTime", kept.at().toString(),
                "ODMVersion", Edition.ODM_2_0.number(),
                "Originator", "Equipoise",
                "SourceSystem", "Equipoise study-design");
        var study = OdmXml.with(
                "OID", definition.study(),
                "StudyName", definition.study(),
                "ProtocolName", definition.title(),
                "VersionID", String.valueOf(kept.version()),
                "VersionName", "Version " + kept.version(),
                "Status", definition.known("/status").map(OdmStudy::words).orElse(null));
        xml.element(
                "ODM",
                file,
                () -> xml.element("Study", study, () -> {
                    xml.description(definition.title());
                    metadata();
                }));
        return xml.done();
    }

    private void metadata() {
        var version = OdmXml.with("OID", "MDV." + kept.version(), "Name", "Version " + kept.version());
        xml.element("MetaDataVersion", version, () -> {
            xml.element("Protocol", OdmXml.with(), this::protocol);
            var schedule = new OdmSchedule(definition, xml);
            schedule.events();
            new OdmCriteria(definition, xml).conditions();
        });
    }

    private void protocol() {
        xml.description(definition.title());
        parameters();
        structure();
        definition
                .known("/phase")
                .map(phase -> PHASES.get(words(phase)))
                .ifPresent(phase -> xml.element("TrialPhase", "Value", phase));
        var schedule = new OdmSchedule(definition, xml);
        schedule.timings();
        described("StudyIndications", "StudyIndication", "IND.", texts("/conditions/value"));
        described("StudyInterventions", "StudyIntervention", "INT.", courses());
        outcomes();
        new OdmCriteria(definition, xml).criteria();
        schedule.groupReference();
        if (definition.at("/aliases") instanceof List<?> aliases) {
            aliases.forEach(alias -> xml.element("Alias", "Context", "other name", "Name", String.valueOf(alias)));
        }
    }

    private void parameters() {
        var values = definition.openValues();
        if (values.isEmpty()) {
            return;
        }
        xml.element(
                "StudySummary",
                OdmXml.with(),
                () -> values.forEach(value -> xml.element(
                        "StudyParameter",
                        OdmXml.with("OID", "PAR" + value.path().replace('/', '.'), "Term", value.path()),
                        () -> xml.element(
                                "ParameterValue",
                                "Value",
                                value.basis()
                                        + (value.unknown() ? "" : ": " + value.value())
                                        + (value.note("text") == null ? "" : " (" + value.note("text") + ")")))));
    }

    private void structure() {
        var arms = definition.list("/design/arms");
        if (arms.isEmpty()) {
            return;
        }
        xml.element("StudyStructure", OdmXml.with(), () -> {
            arms.forEach(arm -> xml.element(
                    "Arm",
                    OdmXml.with("OID", "ARM." + arm.get("arm"), "Name", String.valueOf(arm.get("title"))),
                    () -> xml.description(
                            arm.get("role") + (arm.get("product") == null ? "" : ": " + arm.get("product")))));
            var periods = definition.list("/design/periods/value");
            for (int n = 0; n < periods.size(); n++) {
                var period = periods.get(n);
                xml.element(
                        "Epoch",
                        OdmXml.with(
                                "OID", "EP." + period.get("period"),
                                "Name", String.valueOf(period.getOrDefault("title", period.get("period"))),
                                "SequenceNumber", String.valueOf(n + 1)),
                        () -> xml.description("from " + period.get("from") + " to " + period.get("to")));
            }
            if (periods.isEmpty()) {
                xml.element("Epoch", "OID", "EP.STUDY", "Name", "The whole study", "SequenceNumber", "1");
            }
        });
    }

    private void outcomes() {
        var outcomes = definition.list("/outcomes/value");
        if (outcomes.isEmpty()) {
            return;
        }
        xml.element(
                "StudyEndPoints",
                OdmXml.with(),
                () -> outcomes.forEach(outcome -> {
                    var kind = String.valueOf(outcome.get("kind"));
                    var named = OdmXml.with(
                            "OID", "OUT." + outcome.get("outcome"),
                            "Name", String.valueOf(outcome.get("outcome")),
                            "Level", kind.charAt(0) + kind.substring(1).toLowerCase(java.util.Locale.ROOT));
                    xml.element("StudyEndPoint", named, () -> xml.description(String.valueOf(outcome.get("text"))));
                }));
    }

    private void described(String list, String element, String prefix, List<String> words) {
        if (!words.isEmpty()) {
            xml.element(list, OdmXml.with(), () -> {
                for (int n = 0; n < words.size(); n++) {
                    var said = words.get(n);
                    xml.element(element, OdmXml.with("OID", prefix + (n + 1)), () -> xml.description(said));
                }
            });
        }
    }

    private List<String> courses() {
        return definition.list("/dosing/courses").stream()
                .map(course ->
                        course.get("title") + (course.get("product") == null ? "" : ": " + course.get("product")))
                .toList();
    }

    private List<String> texts(String pointer) {
        return definition.at(pointer) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String words(OpenValue value) {
        return String.valueOf(value.value());
    }
}
