package io.equipoise.studydesign.adapter.usdm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who comes when for what: encounters on the days of the main timeline, activities as assessments. */
record VisitsRead(Basis basis) {

    void into(Map<String, Object> definition, Thing design) {
        var names = new ShortNames();
        var assessments = new LinkedHashMap<String, Object>();
        var byId = new HashMap<String, String>();
        for (var activity : Chains.inOrder(design.things("activities"))) {
            var name = names.of(activity.text("name").orElseGet(activity::title));
            byId.put(activity.id(), name);
            assessments.put(name, Fields.of("assessment", name, "title", activity.title()));
        }
        Chains.inOrder(design.things("encounters"));
        if (!assessments.isEmpty()) {
            definition.put(
                    "assessments", basis.stated(List.copyOf(assessments.values()), assessments.size() + " activities"));
        }
        Timeline.main(design).ifPresent(timeline -> {
            var visits = visits(timeline, byId);
            if (!visits.isEmpty()) {
                definition.put("visits", basis.stated(visits, timeline.title()));
            }
        });
    }

    private static List<Map<String, Object>> visits(Timeline timeline, Map<String, String> assessments) {
        var visits = new ArrayList<Map<String, Object>>();
        var names = new ShortNames();
        var met = new HashSet<String>();
        for (var instance : timeline.instances()) {
            if (nothingHappens(instance)) {
                timeline.day(instance);
                continue;
            }
            var title = title(instance, met);
            var day = timeline.day(instance);
            if (day.isEmpty()) {
                instance.leave("activityIds", "no day: it is not a number of whole days from the fixed reference");
                continue;
            }
            var visit = new LinkedHashMap<String, Object>();
            visit.put("visit", names.of(instance.text("name").orElse(title)));
            visit.put("title", title);
            visit.put("day", day.get());
            timeline.timing(instance).ifPresent(timing -> window(timing, visit));
            visit.put(
                    "assessments",
                    instance.refs("activityIds").stream()
                            .map(activity -> assessments.get(activity.id()))
                            .filter(java.util.Objects::nonNull)
                            .toList());
            instance.leave("epochId", "a study outside a crossover has no periods; its visits carry the days");
            visits.add(visit);
        }
        return visits;
    }

    /** A reference at which nobody is met and nothing is done is no visit. */
    private static boolean nothingHappens(Thing instance) {
        return instance.node().path("activityIds").isEmpty()
                && instance.text("encounterId").isEmpty();
    }

    /** The encounter's; a second instance at the same encounter adds its own. */
    private static String title(Thing instance, Set<String> met) {
        var own = instance.title();
        return instance.ref("encounterId")
                .map(encounter -> {
                    encounter.text("scheduledAtId");
                    return met.add(encounter.id()) ? encounter.title() : encounter.title() + ": " + own;
                })
                .orElse(own);
    }

    private static void window(Thing timing, Map<String, Object> visit) {
        var lower = timing.text("windowLower");
        var upper = timing.text("windowUpper");
        timing.text("windowLabel");
        timing.text("valueLabel");
        timing.text("label");
        var before = lower.flatMap(Timeline::period);
        var after = upper.flatMap(Timeline::period);
        if (before.isPresent() && after.isPresent()) {
            visit.put("before", before.get());
            visit.put("after", after.get());
        } else if (lower.isPresent() || upper.isPresent()) {
            timing.leave("windowLower", "a visit's window is of whole days on both sides; this one is not");
            timing.leave("windowUpper", "a visit's window is of whole days on both sides; this one is not");
        }
    }
}
