package io.equipoise.studydesign.domain;

import io.equipoise.studydesign.domain.Gap.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the courses of a study need to know before anything is given: how much, in what, by which route, when. */
record CourseNeeds(Definition study, String course, List<Gap> found) {
    private static final String COURSES = "/dosing/courses";
    private static final String ORIGIN = "/dosing/dayOrigin";
    private static final Set<String> INFUSED =
            Set.of("INTRAVENOUS", "INTRA_ARTERIAL", "INTRAVENOUS_WITH_FOCUSED_ULTRASOUND");
    private static final Set<String> VOLUMES = Set.of("L", "mL", "uL");

    static Stream<Gap> of(Definition study) {
        int courses = study.list(COURSES).size();
        var each = IntStream.range(0, courses)
                .mapToObj(n -> new CourseNeeds(study, COURSES + "/" + n, new ArrayList<>()))
                .toList();
        each.forEach(CourseNeeds::look);
        return Stream.concat(each.stream().flatMap(needs -> needs.found.stream()), product(study, courses))
                .distinct();
    }

    private static Stream<Gap> product(Definition study, int courses) {
        var named = !study.list("/products").isEmpty()
                || study.list("/design/arms").stream()
                        .anyMatch(arm -> arm.containsKey("product") || arm.containsKey("periods"));
        return courses == 0 || named ? Stream.empty() : Stream.of(Gap.at(study, "/products", "product", Blocks.DOSING));
    }

    private void look() {
        looksAtTheAmount();
        looksAtTheDays();
        need(course + "/route", "route");
        if (isPer("KG")) {
            need("/dosing/weight", "weight that a dose is reckoned from");
        }
    }

    private void looksAtTheAmount() {
        need(course + "/amount", "dose amount");
        if (isPer("ML")) {
            need(course + "/volume", "volume of a dose");
        } else if (infused() && !isPer("MATCHED") && !amountIsAVolume()) {
            need(course + "/volume", "infusion volume");
        }
    }

    private void looksAtTheDays() {
        var own = study.mentioned(course + "/firstDose").isPresent();
        if (!"AS_NEEDED".equals(kind())) {
            need(own ? course + "/firstDose" : "/dosing/firstDose", "first-dose anchor");
        }
        need(course + "/schedule", "schedule");
        if ("COUNT".equals(kind()) && !Integer.valueOf(1).equals(schedule("count"))) {
            add(course + "/schedule", "spacing");
        }
        if ("WEEKLY".equals(kind()) && schedule("weekdays") == null) {
            add(course + "/schedule", "which weekdays");
        }
        if ("CYCLES".equals(kind()) || "DAYS".equals(kind())) {
            need(ORIGIN, "how the days are counted");
        }
    }

    private boolean infused() {
        return switch (study.at(course + "/route/value")) {
            case String one -> INFUSED.contains(one);
            case List<?> several -> several.stream().anyMatch(INFUSED::contains);
            case null, default -> false;
        };
    }

    private boolean isPer(String what) {
        return what.equals(study.at(course + "/amount/value/per"));
    }

    /** A dose of so many millilitres, or of a count in so many, needs no volume besides. */
    private boolean amountIsAVolume() {
        return study.at(course + "/amount/value/in") != null
                || (study.at(course + "/amount/value/unit") instanceof String unit && VOLUMES.contains(unit));
    }

    private @Nullable Object kind() {
        return schedule("kind");
    }

    private @Nullable Object schedule(String field) {
        return study.at(course + "/schedule/value/" + field);
    }

    private void need(String path, String what) {
        if (study.known(path).isEmpty()) {
            add(path, what);
        }
    }

    private void add(String path, String what) {
        found.add(Gap.at(study, path, what, Blocks.DOSING));
    }
}
