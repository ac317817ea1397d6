package io.equipoise.studydesign.adapter.usdm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The main timeline of a design: what happens in which order, and how many days each lies from the fixed reference. */
final class Timeline {
    private static final Pattern DAYS = Pattern.compile("P(?!$)(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?");
    private static final Pattern PERIOD = Pattern.compile("P(?!$)([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?");
    private static final Pattern NO_TIME = Pattern.compile("PT(0+[HMS])+");
    private static final int WEEK = 7;

    private final Thing timeline;
    private final Map<String, Thing> timings = new HashMap<>();

    private Timeline(Thing timeline) {
        this.timeline = timeline;
        for (var timing : timeline.things("timings")) {
            timing.ref("relativeFromScheduledInstanceId").ifPresent(from -> {
                if (timings.put(from.id(), timing) != null) {
                    throw Unusable.malformed(
                            "A second timing of " + from.id() + ".",
                            timing.pointer() + "/relativeFromScheduledInstanceId");
                }
            });
        }
    }

    /** Empty where a design has none; the other timelines run when something befalls a person, not on a day. */
    static Optional<Timeline> main(Thing design) {
        var main = design.things("scheduleTimelines").stream()
                .filter(each -> each.node().path("mainTimeline").asBoolean(false))
                .toList();
        if (main.size() > 1) {
            throw Unusable.malformed(
                    "One timeline is the main one, not " + main.size() + ".", design.pointer() + "/scheduleTimelines");
        }
        return main.stream().findFirst().map(Timeline::new);
    }

    String title() {
        timeline.yes("mainTimeline");
        timeline.things("exits").forEach(exit -> exit.text("id"));
        return timeline.title();
    }

    /** From the entry along the default way; a decision on that way plans nothing itself. */
    List<Thing> instances() {
        timeline.things("instances");
        var way = new ArrayList<Thing>();
        for (var here = timeline.ref("entryId");
                here.isPresent();
                here = here.get().ref("defaultConditionId")) {
            if (here.get().is("ScheduledActivityInstance")) {
                way.add(here.get());
            } else {
                here.get().leave("conditionAssignments", "branches are not planned: the default way is taken");
            }
        }
        return way;
    }

    Optional<Thing> timing(Thing instance) {
        return Optional.ofNullable(timings.get(instance.id()));
    }

    /** What the days count from. */
    Optional<Thing> reference() {
        return timings.values().stream()
                .filter(Timeline::isReference)
                .flatMap(timing -> timing.ref("relativeFromScheduledInstanceId").stream())
                .findFirst();
    }

    /** Whole days from the fixed reference; empty where the file does not say so many. */
    Optional<Integer> day(Thing instance) {
        return day(instance, new LinkedHashSet<>());
    }

    private Optional<Integer> day(Thing instance, Set<String> walked) {
        var timing = timings.get(instance.id());
        if (timing == null) {
            return Optional.empty();
        }
        if (!walked.add(timing.pointer())) {
            throw Unusable.circular(
                    "These timings count from each other.",
                    walked.stream()
                            .map(place -> place + "/relativeToScheduledInstanceId")
                            .toArray(String[]::new));
        }
        if (isReference(timing)) {
            timing.leave("value", "the fixed reference is day 0 here, whatever number the file gives that day");
            timing.text("relativeToScheduledInstanceId");
            timing.code("relativeToFrom");
            return Optional.of(0);
        }
        var from = timing.code("relativeToFrom").orElse("");
        var sign = Map.of("After", 1, "Before", -1).get(timing.code("type").orElse(""));
        var distance = timing.text("value").flatMap(Timeline::days);
        var to = timing.ref("relativeToScheduledInstanceId").flatMap(other -> day(other, walked));
        if (sign == null || distance.isEmpty() || to.isEmpty() || !from.equals("Start to Start")) {
            timing.leave("value", "it is no number of whole days from the fixed reference, from start to start");
            return Optional.empty();
        }
        return Optional.of(to.get() + sign * distance.get());
    }

    private static boolean isReference(Thing timing) {
        return timing.code("type").filter("Fixed Reference"::equals).isPresent();
    }

    /** The window as the language writes it; empty where it has hours. */
    static Optional<String> period(String duration) {
        return NO_TIME.matcher(duration).matches()
                ? Optional.of("P0D")
                : Optional.of(duration).filter(each -> PERIOD.matcher(each).matches());
    }

    /** Weeks and days are days; months and hours are not. */
    static Optional<Integer> days(String duration) {
        if (NO_TIME.matcher(duration).matches()) {
            return Optional.of(0);
        }
        var found = DAYS.matcher(duration);
        return found.matches() ? Optional.of(WEEK * number(found.group(1)) + number(found.group(2))) : Optional.empty();
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
