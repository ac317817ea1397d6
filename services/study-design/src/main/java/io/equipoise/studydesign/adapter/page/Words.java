package io.equipoise.studydesign.adapter.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of a definition in words that people read. */
final class Words {
    private static final Pattern PART = Pattern.compile("([0-9]+)([YMWD])");
    private static final Map<String, String> PARTS = Map.of("Y", "year", "M", "month", "W", "week", "D", "day");
    private static final List<String> TITLES = List.of("title", "text", "name", "stratum", "version");

    private Words() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map when map.containsKey("kind") -> schedule(map);
            case Map<?, ?> map when map.containsKey("per") -> amount(map);
            case Map<?, ?> map
            when map.containsKey("anchor") ->
                "day " + map.get("day") + " from " + word(map.get("anchor")).toLowerCase(Locale.ROOT);
            case Map<?, ?> map
            when map.containsKey("before") ->
                period(map.get("before")) + " earlier to " + period(map.get("after")) + " later";
            case Map<?, ?> map when map.containsKey("unit") -> map.get("number") + " " + map.get("unit");
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(each -> label(String.valueOf(each.getKey())) + " " + of(each.getValue()))
                        .collect(Collectors.joining(", "));
            case List<?> list when list.isEmpty() -> "none";
            case List<?> list -> list.stream().map(Words::item).collect(Collectors.joining(", "));
            default -> word(value);
        };
    }

    private static String item(Object item) {
        return item instanceof Map<?, ?> map
                ? TITLES.stream()
                        .filter(map::containsKey)
                        .findFirst()
                        .map(title -> String.valueOf(map.get(title)))
                        .orElseGet(() -> of(map))
                : of(item);
    }

    /** A word of a registry as people write it; a duration in its parts. */
    static String word(@Nullable Object value) {
        var text = String.valueOf(value);
        if (text.matches("P([0-9]+[YMWD])+")) {
            return period(text);
        }
        if (text.matches("PT[0-9]+M")) {
            return text.substring(2, text.length() - 1) + " minutes";
        }
        return text.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+|[A-Z]{4,}")
                ? text.charAt(0) + text.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT)
                : text;
    }

    static String period(@Nullable Object value) {
        var parts = PART.matcher(String.valueOf(value))
                .results()
                .map(part -> part.group(1) + " " + PARTS.get(part.group(2))
                        + (part.group(1).equals("1") ? "" : "s"))
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? String.valueOf(value) : parts;
    }

    /** The last step of a pointer, as people write it. */
    static String label(String name) {
        var spaced = name.matches("[A-Z0-9_]+") ? word(name) : name.replaceAll("([a-z])([A-Z])", "$1 $2");
        return spaced.isEmpty()
                ? spaced
                : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String amount(Map<?, ?> amount) {
        var per = String.valueOf(amount.get("per"));
        if (per.equals("MATCHED")) {
            return "matched to the active product";
        }
        var number = amount.get("number") != null
                ? String.valueOf(amount.get("number"))
                : amount.get("low") != null
                        ? amount.get("low") + " to " + amount.get("high")
                        : amount.get("sequence") instanceof List<?> sequence
                                ? sequence.stream().map(String::valueOf).collect(Collectors.joining(", then "))
                                : "unknown";
        return number + " " + amount.get("unit")
                + (amount.get("of") == null ? "" : " of " + amount.get("of"))
                + (per.equals("DOSE") ? "" : " per " + per.toLowerCase(Locale.ROOT))
                + (amount.get("in") == null ? "" : " in " + of(amount.get("in")))
                + (amount.get("cap") == null ? "" : ", at most " + amount.get("cap") + " " + amount.get("unit"));
    }

    private static String schedule(Map<?, ?> schedule) {
        return switch (String.valueOf(schedule.get("kind"))) {
            case "ONCE" -> "once";
            case "EVERY" ->
                schedule.get("count") + " times, every " + period(schedule.get("interval"))
                        + (schedule.get("until") == null ? "" : ", until " + period(schedule.get("until")));
            case "DAILY" ->
                schedule.get("times") + " a day for " + schedule.get("days") + " days" + at(schedule, "slots");
            case "WEEKLY" ->
                schedule.get("times") + " a week for " + schedule.get("weeks") + " weeks" + at(schedule, "weekdays");
            case "CYCLES" ->
                "days " + of(schedule.get("days")) + " of each of " + schedule.get("cycles") + " cycles of "
                        + period(schedule.get("cycle"));
            case "DAYS" -> "on days " + of(schedule.get("days"));
            case "COUNT" -> schedule.get("count") + " times, spacing not stated";
            case "WINDOW" -> "within " + period(schedule.get("length")) + ", no dose planned";
            default -> "as needed, at most " + schedule.get("atMost") + " per " + period(schedule.get("per"));
        };
    }

    private static String at(Map<?, ?> schedule, String name) {
        return schedule.get(name) == null ? "" : " (" + of(schedule.get(name)) + ")";
    }
}
