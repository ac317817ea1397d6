package io.equipoise.studydesign.adapter.page;

import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.OpenValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The days of a course as the protocol plans them, counted from day 0; a course of daily doses is a stretch of days.
 *
 * @param doses the day of each dose, where the protocol says it
 * @param from the first day of a stretch, or null
 * @param open what is missing to place the course; empty where nothing is
 * @param about whether months were counted as so many days
 */
record Days(
        List<Integer> doses,
        @Nullable Integer from,
        @Nullable Integer to,
        String open,
        boolean about) {
    private static final Pattern PERIOD = Pattern.compile("P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?");
    private static final double MONTH = 30.4375;
    private static final int WEEK = 7;
    private static final int MOST = 24;

    static Days of(Definition definition, int course) {
        var at = "/dosing/courses/" + course;
        var schedule = definition.known(at + "/schedule").map(OpenValue::value);
        if (schedule.isEmpty() || !(schedule.get() instanceof Map<?, ?> plan)) {
            return open("the schedule is not known");
        }
        var first = definition.known(at + "/firstDose").or(() -> definition.known("/dosing/firstDose"));
        if (first.isEmpty() || !(first.get().value() instanceof Map<?, ?> anchor)) {
            return open("the first-dose anchor is not known");
        }
        var origin = definition.known("/dosing/dayOrigin").map(OpenValue::value).orElse(null);
        int start = number(anchor.get("day")) + periodStart(definition, definition.at(at + "/period"));
        return planned(plan, start, origin);
    }

    private static Days planned(Map<?, ?> plan, int start, @Nullable Object origin) {
        var about = plan.toString().matches(".*P[0-9WD]*[0-9]+[YM].*");
        return switch (String.valueOf(plan.get("kind"))) {
            case "ONCE" -> doses(List.of(start), about);
            case "EVERY" -> every(plan, start, about);
            case "DAILY" -> stretch(start, start + number(plan.get("days")) - 1, about);
            case "WEEKLY" -> stretch(start, start + WEEK * number(plan.get("weeks")) - 1, about);
            case "WINDOW" -> stretch(start, start + days(plan.get("length")), about);
            case "DAYS", "CYCLES" ->
                origin == null
                        ? open("how the protocol counts days is not known")
                        : listed(plan, start - number(origin), about);
            case "COUNT" -> open("the spacing of the doses is not known");
            default -> open("given as needed");
        };
    }

    private static Days every(Map<?, ?> plan, int start, boolean about) {
        double interval = exact(plan.get("interval"));
        var all = IntStream.range(0, number(plan.get("count")))
                .mapToObj(n -> start + (int) Math.round(n * interval))
                .toList();
        return doses(all, about);
    }

    private static Days listed(Map<?, ?> plan, int start, boolean about) {
        var days = plan.get("days") instanceof List<?> list ? list : List.of();
        var all = new ArrayList<Integer>();
        int cycles = plan.get("cycles") == null ? 1 : number(plan.get("cycles"));
        for (int n = 0; n < cycles; n++) {
            int cycle = start + (int) Math.round(n * exact(plan.get("cycle")));
            days.forEach(day -> all.add(cycle + number(day)));
        }
        return doses(all, about);
    }

    private static Days doses(List<Integer> all, boolean about) {
        return all.size() > MOST ? stretch(all.getFirst(), all.getLast(), about) : new Days(all, null, null, "", about);
    }

    private static Days stretch(int from, int to, boolean about) {
        return new Days(List.of(), from, Math.max(from, to), "", about);
    }

    private static Days open(String what) {
        return new Days(List.of(), null, null, what, false);
    }

    /** The first day of a stretch and the day after its last; empty where it is none. */
    IntStream ends() {
        return from == null || to == null ? IntStream.empty() : IntStream.of(from, to + 1);
    }

    private static int periodStart(Definition definition, @Nullable Object period) {
        return definition.list("/design/periods/value").stream()
                .filter(each -> Objects.equals(each.get("period"), period))
                .mapToInt(each -> days(each.get("from")))
                .findFirst()
                .orElse(0);
    }

    /** Whole days; months and years as so many days on average. */
    static int days(@Nullable Object period) {
        return (int) Math.round(exact(period));
    }

    private static double exact(@Nullable Object period) {
        var found = PERIOD.matcher(String.valueOf(period));
        return found.matches()
                ? (12 * part(found.group(1)) + part(found.group(2))) * MONTH
                        + WEEK * part(found.group(3))
                        + part(found.group(4))
                : 0;
    }

    private static int part(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }
}
