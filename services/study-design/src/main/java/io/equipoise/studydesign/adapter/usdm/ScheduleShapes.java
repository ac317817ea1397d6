package io.equipoise.studydesign.adapter.usdm;

import io.equipoise.studydesign.domain.Definition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Visits as encounters on a main timeline, assessments as activities, days and windows as timings. */
final class ScheduleShapes {
    private static final Coded START_TO_START = Coded.known("C201355", "Start to Start");

    private final Shapes shapes;
    private final String epoch;
    private final Map<String, Map<String, Object>> activities = new LinkedHashMap<>();
    private final List<Map<String, Object>> encounters = new ArrayList<>();
    private final List<Map<String, Object>> instances = new ArrayList<>();
    private final List<Map<String, Object>> timings = new ArrayList<>();

    ScheduleShapes(Definition definition, Shapes shapes, String epoch) {
        this.shapes = shapes;
        this.epoch = epoch;
        definition.list("/assessments/value").forEach(this::activity);
        var visits = definition.list("/visits/value");
        var origin = visits.stream().filter(visit -> day(visit) == 0).findFirst();
        if (origin.isEmpty() && !visits.isEmpty()) {
            instances.add(instance("DAY_0", "Day 0", null, List.of()));
        }
        visits.forEach(this::visit);
        Shapes.chain(encounters);
        Shapes.chain(List.copyOf(activities.values()));
        for (int n = 0; n < instances.size(); n++) {
            instances
                    .get(n)
                    .put("defaultConditionId", n + 1 < instances.size() ? Shapes.id(instances.get(n + 1)) : null);
        }
        var reference = origin.map(visit -> visits.indexOf(visit)).orElse(0);
        if (!instances.isEmpty()) {
            var to = Shapes.id(instances.get(reference));
            for (int n = 0; n < visits.size(); n++) {
                var from = instances.get(origin.isEmpty() ? n + 1 : n);
                timings.add(timing(visits.get(n), Shapes.id(from), to));
            }
            if (origin.isEmpty()) {
                timings.add(timing(Map.of("visit", "DAY_0", "title", "Day 0", "day", 0), to, to));
            }
        }
    }

    List<Map<String, Object>> encounters() {
        return encounters;
    }

    List<Map<String, Object>> activities() {
        return List.copyOf(activities.values());
    }

    List<Map<String, Object>> timelines() {
        if (instances.isEmpty()) {
            return List.of();
        }
        var exit = shapes.of("ScheduleTimelineExit");
        instances.getLast().put("timelineExitId", Shapes.id(exit));
        var timeline = shapes.named("ScheduleTimeline", "Main Timeline", "Main Timeline");
        timeline.put("mainTimeline", true);
        timeline.put("entryCondition", "A person enters the study");
        timeline.put("entryId", Shapes.id(instances.getFirst()));
        timeline.put("exits", List.of(exit));
        timeline.put("timings", timings);
        timeline.put("instances", instances);
        timeline.put("plannedDuration", null);
        return List.of(timeline);
    }

    private void activity(Map<String, Object> assessment) {
        var name = String.valueOf(assessment.get("assessment"));
        var activity = shapes.named("Activity", name, String.valueOf(assessment.get("title")));
        Shapes.none(activity, "childIds", "definedProcedures", "biomedicalConceptIds", "bcCategoryIds");
        Shapes.none(activity, "bcSurrogateIds", "notes");
        activity.put("timelineId", null);
        activities.put(name, activity);
    }

    private void visit(Map<String, Object> visit) {
        var name = String.valueOf(visit.get("visit"));
        var title = String.valueOf(visit.get("title"));
        var encounter = shapes.named("Encounter", name, title);
        encounter.put("type", shapes.code(Coded.known("C25716", "Visit")));
        encounter.put("scheduledAtId", null);
        Shapes.none(encounter, "environmentalSettings", "contactModes", "notes");
        Shapes.nothing(encounter, "transitionStartRule", "transitionEndRule");
        encounters.add(encounter);
        var asked = visit.get("assessments") instanceof List<?> list ? list : List.of();
        var ids = asked.stream()
                .map(activities::get)
                .filter(java.util.Objects::nonNull)
                .map(Shapes::id)
                .toList();
        instances.add(instance(name, title, Shapes.id(encounter), ids));
    }

    private Map<String, Object> instance(String name, String title, @Nullable String encounter, List<String> ids) {
        var instance = shapes.named("ScheduledActivityInstance", name, title);
        Shapes.nothing(instance, "timelineId", "timelineExitId");
        instance.put("epochId", epoch);
        instance.put("activityIds", ids);
        instance.put("encounterId", encounter);
        return instance;
    }

    /** A number is an int as it is read and a long as the journal gives it back. */
    private static int day(Map<String, Object> visit) {
        return visit.get("day") instanceof Number number ? number.intValue() : 0;
    }

    private Map<String, Object> timing(Map<String, Object> visit, String from, String to) {
        var title = String.valueOf(visit.get("title"));
        var day = day(visit);
        var timing = shapes.named("Timing", "TIMING_" + visit.get("visit"), title);
        var type = from.equals(to)
                ? Coded.known("C201358", "Fixed Reference")
                : day < 0 ? Coded.known("C201357", "Before") : Coded.known("C201356", "After");
        timing.put("type", shapes.code(type));
        timing.put("value", "P" + Math.abs(day) + "D");
        timing.put("valueLabel", Math.abs(day) + " days");
        timing.put("relativeToFrom", shapes.code(START_TO_START));
        timing.put("relativeFromScheduledInstanceId", from);
        timing.put("relativeToScheduledInstanceId", to);
        timing.put("windowLower", visit.get("before"));
        timing.put("windowUpper", visit.get("after"));
        timing.put(
                "windowLabel",
                visit.get("before") == null ? null : "-" + visit.get("before") + ".." + visit.get("after"));
        return timing;
    }
}
