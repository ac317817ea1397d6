package io.equipoise.studydesign.adapter.usdm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The administrations that a design uses, each as a course of dosing, and which arm's elements hold which of them. */
record Courses(List<Course> all, Map<String, Set<String>> interventionsByArm) {

    /** One administration of one intervention. */
    record Course(String name, String title, Thing administration, Thing intervention) {}

    static Courses of(Thing version, Thing design) {
        var used = design.refs("studyInterventionIds").stream().map(Thing::id).toList();
        var names = new ShortNames();
        var courses = new ArrayList<Course>();
        for (var intervention : version.things("studyInterventions")) {
            if (used.isEmpty() || used.contains(intervention.id())) {
                intervention
                        .things("administrations")
                        .forEach(each -> courses.add(new Course(
                                names.of(each.text("name").orElseGet(() -> title(each))),
                                title(each),
                                each,
                                intervention)));
            }
        }
        return new Courses(courses, interventionsByArm(design));
    }

    private static String title(Thing administration) {
        return administration
                .text("label")
                .or(() -> administration.text("description"))
                .orElseGet(administration::title);
    }

    /** Empty where the arm's elements name no course, or more than one. */
    Optional<Course> onlyOf(Thing arm) {
        var here = interventionsByArm.getOrDefault(arm.id(), Set.of());
        var its = all.stream()
                .filter(course -> here.contains(course.intervention().id()))
                .toList();
        return its.size() == 1 ? Optional.of(its.getFirst()) : Optional.empty();
    }

    private static Map<String, Set<String>> interventionsByArm(Thing design) {
        var given = new LinkedHashMap<String, Set<String>>();
        var named = design.peek("elements").stream()
                .anyMatch(
                        element -> !element.node().path("studyInterventionIds").isEmpty());
        if (!named) {
            return given;
        }
        for (var cell : design.things("studyCells")) {
            cell.text("epochId");
            var interventions = new LinkedHashSet<String>();
            for (var element : cell.refs("elementIds")) {
                element.text("name");
                element.text("label");
                element.refs("studyInterventionIds").forEach(each -> interventions.add(each.id()));
            }
            cell.ref("armId")
                    .ifPresent(arm -> given.computeIfAbsent(arm.id(), id -> new LinkedHashSet<>())
                            .addAll(interventions));
        }
        return given;
    }
}
