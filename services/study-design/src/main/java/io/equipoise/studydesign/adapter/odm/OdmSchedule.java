package io.equipoise.studydesign.adapter.odm;

import io.equipoise.contracts.odm.OdmXml;
import io.equipoise.studydesign.domain.Definition;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Visits and planned scans as study events with timings from day 0; assessments as forms without items. */
record OdmSchedule(Definition definition, OdmXml xml) {
    private static final Pattern WEEKS = Pattern.compile("P((?:[0-9]+[YM])*)([0-9]+)W(?:([0-9]+)D)?");
    private static final String DAY_0 = "SE.DAY_0";

    /** What is planned on a day. */
    record Event(
            String oid,
            String name,
            int day,
            @Nullable String before,
            @Nullable String after,
            List<?> asked) {}

    List<Event> planned() {
        return java.util.stream.Stream.concat(
                        definition.list("/visits/value").stream().map(visit -> event("SE.", "visit", visit)),
                        definition.list("/imaging/scans/value").stream().map(scan -> event("SE.SCAN.", "scan", scan)))
                .toList();
    }

    private static Event event(String prefix, String name, Map<String, Object> said) {
        return new Event(
                prefix + said.get(name),
                String.valueOf(said.get("title")),
                said.get("day") instanceof Number day ? day.intValue() : 0,
                period(said.get("before")),
                period(said.get("after")),
                said.get("assessments") instanceof List<?> asked ? asked : List.of());
    }

    /** XML Schema knows weeks only alone: beside other parts they are written as days. */
    static @Nullable String period(@Nullable Object said) {
        if (!(said instanceof String period)) {
            return null;
        }
        var found = WEEKS.matcher(period);
        if (!found.matches() || (found.group(1).isEmpty() && found.group(3) == null)) {
            return period;
        }
        int days =
                Integer.parseInt(found.group(2)) * 7 + (found.group(3) == null ? 0 : Integer.parseInt(found.group(3)));
        return "P" + found.group(1) + days + "D";
    }

    void timings() {
        var events = planned();
        if (events.isEmpty()) {
            return;
        }
        var timing = OdmXml.with("OID", "ST.MAIN", "Name", "Days from day 0");
        xml.element(
                "StudyTimings",
                OdmXml.with(),
                () -> xml.element(
                        "StudyTiming",
                        timing,
                        () -> events.forEach(event -> xml.element(
                                "RelativeTimingConstraint",
                                "OID",
                                "TIM." + event.oid(),
                                "Name",
                                event.name(),
                                "PredecessorOID",
                                DAY_0,
                                "SuccessorOID",
                                event.oid(),
                                "Type",
                                "StartToStart",
                                "TimepointRelativeTarget",
                                (event.day() < 0 ? "-P" : "P") + Math.abs(event.day()) + "D",
                                "TimepointPreWindow",
                                event.before(),
                                "TimepointPostWindow",
                                event.after()))));
    }

    void groupReference() {
        if (!planned().isEmpty()) {
            xml.element(
                    "StudyEventGroupRef", "StudyEventGroupOID", "SEG.PLANNED", "OrderNumber", "1", "Mandatory", "Yes");
        }
    }

    /** Which events there are, in their order. */
    static void references(List<Event> events, OdmXml xml) {
        for (int n = 0; n < events.size(); n++) {
            xml.element(
                    "StudyEventRef",
                    "StudyEventOID",
                    events.get(n).oid(),
                    "OrderNumber",
                    String.valueOf(n + 1),
                    "Mandatory",
                    "Yes");
        }
    }

    void events() {
        var events = planned();
        if (events.isEmpty()) {
            return;
        }
        var group = OdmXml.with("OID", "SEG.PLANNED", "Name", "Planned visits and scans");
        xml.element("StudyEventGroupDef", group, () -> references(events, xml));
        xml.element(
                "StudyEventDef",
                OdmXml.with("OID", DAY_0, "Name", "Day 0", "Repeating", "No", "Type", "Common"),
                () -> xml.description("What the days of the protocol count from; nothing is done here."));
        events.forEach(event -> xml.element(
                "StudyEventDef",
                OdmXml.with("OID", event.oid(), "Name", event.name(), "Repeating", "No", "Type", "Scheduled"),
                () -> event.asked()
                        .forEach(asked ->
                                xml.element("ItemGroupRef", "ItemGroupOID", "IG." + asked, "Mandatory", "Yes"))));
        assessments();
    }

    private void assessments() {
        definition
                .list("/assessments/value")
                .forEach(assessment -> xml.element(
                        "ItemGroupDef",
                        "OID",
                        "IG." + assessment.get("assessment"),
                        "Name",
                        String.valueOf(assessment.get("title")),
                        "Repeating",
                        "No",
                        "Type",
                        "Form"));
    }
}
