package io.equipoise.studydesign.domain;

import java.math.BigDecimal;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where a course speaks of something that the study does not have, or counts differently in two places. */
record CourseContradiction(Definition study, String course, Consumer<Flaw> found) {
    private static final String COURSES = "/dosing/courses";

    static void in(Definition study, Consumer<Flaw> found) {
        IntStream.range(0, study.list(COURSES).size())
                .mapToObj(n -> new CourseContradiction(study, COURSES + "/" + n, found))
                .forEach(CourseContradiction::look);
    }

    private void look() {
        speaksOf("product", "/products", "product");
        speaksOf("cohort", "/design/cohorts/value", "cohort");
        speaksOf("period", "/design/periods/value", "period");
        risesFromLowToHigh();
        countsAlike("/route/value", "routes");
        countsAlike("/amount/value/sequence", "amounts");
        namesAsMany("slots");
        namesAsMany("weekdays");
        keepsItsOwnDistance();
        takesItsTime();
    }

    private void speaksOf(String field, String path, String name) {
        var said = study.at(course + "/" + field);
        if (said != null && study.list(path).stream().noneMatch(item -> said.equals(item.get(name)))) {
            say("/" + field, "there is no %s %s".formatted(name, said));
        }
    }

    private void risesFromLowToHigh() {
        var low = number("/amount/value/low");
        var high = number("/amount/value/high");
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) >= 0) {
            say("/amount/value/high", "a range ends above where it begins");
        }
    }

    /** A list with one entry per administration has as many as there are administrations. */
    private void countsAlike(String list, String what) {
        var count = count();
        if (at(list) instanceof List<?> entries && count != null && entries.size() != count) {
            say(list, "%d %s for %d administrations".formatted(entries.size(), what, count));
        }
    }

    private void namesAsMany(String what) {
        if (at("/schedule/value/" + what) instanceof List<?> named
                && at("/schedule/value/times") instanceof Integer times
                && named.size() != times) {
            say("/schedule/value/" + what, "%d named, %d said".formatted(named.size(), times));
        }
    }

    /** Only whole days and weeks can be compared; a month may be long or short. */
    private void keepsItsOwnDistance() {
        var interval = days("/schedule/value/interval");
        var gap = days("/minimumGap/value");
        if (interval.isPresent() && gap.isPresent() && gap.get() > interval.get()) {
            say("/minimumGap/value", "longer than the interval itself");
        }
    }

    private void takesItsTime() {
        if (at("/infusionMinutes/value/from") instanceof Integer from
                && at("/infusionMinutes/value/to") instanceof Integer to
                && from > to) {
            say("/infusionMinutes/value/to", "an infusion ends after it begins");
        }
    }

    private @Nullable Integer count() {
        return switch (String.valueOf(at("/schedule/value/kind"))) {
            case "ONCE" -> 1;
            case "EVERY", "COUNT" -> at("/schedule/value/count") instanceof Integer count ? count : null;
            case "DAYS" -> at("/schedule/value/days") instanceof List<?> days ? Integer.valueOf(days.size()) : null;
            default -> null;
        };
    }

    private Optional<BigDecimal> number(String path) {
        return at(path) instanceof String text ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private Optional<Long> days(String path) {
        return at(path) instanceof String text && !text.matches(".*[YM].*") && text.length() < 10
                ? Optional.of(Period.parse(text).get(ChronoUnit.DAYS))
                : Optional.empty();
    }

    private @Nullable Object at(String path) {
        return study.at(course + path);
    }

    private void say(String path, String message) {
        found.accept(new Flaw(course + path, message));
    }
}
