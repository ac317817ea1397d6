package io.equipoise.local.simulate;

import java.time.DateTimeException;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One course of a definition: what is given, how much, by which route and how often. */
record Course(JsonNode course) {
    private static final int DAYS_OF_MONTH = 31;
    private static final int A_WEEK = 7;

    String name() {
        return course.path("course").asString("");
    }

    boolean perKilogram() {
        return amount().path("per").asString("").equals("KG");
    }

    JsonNode amount() {
        return Protocol.value(course, "amount").orElse(course.path("none"));
    }

    /** The route of one administration, counted from 1. */
    String route(int administration) {
        var route = Protocol.value(course, "route").orElse(course.path("none"));
        return route.isArray()
                ? route.path(Math.min(administration, route.size()) - 1).asString("")
                : route.asString("");
    }

    /** What a route needs to be told, as somebody at the bedside would. */
    Map<String, String> details(int administration) {
        var details = new LinkedHashMap<String, String>();
        var route = route(administration);
        if (route.equals("INTRATHECAL")) {
            details.put("NEEDLE_GAUGE", "25G");
            details.put("SPINAL_LEVEL", "L4-L5");
        }
        if (route.equals("INTRAVITREAL") || route.equals("OCULAR_TOPICAL")) {
            details.put("EYE", "RIGHT");
        }
        if (route.startsWith("STEREOTACTIC")) {
            details.put("TARGET", "left putamen, as planned");
        }
        if (route.endsWith("FOCUSED_ULTRASOUND")) {
            details.put("DEVICE_SETTINGS", "as the device's log says");
        }
        Protocol.value(course, "details").stream()
                .flatMap(Protocol::each)
                .forEach(detail -> details.putIfAbsent(detail.asString(""), "as recorded"));
        return details;
    }

    /** Minutes from start to stop that the definition wants, or half an hour. */
    int minutes() {
        return Protocol.value(course, "infusionMinutes")
                .map(range -> range.path("from").asInt(30))
                .orElse(30);
    }

    /** Whether a calendar can plan doses of it. */
    boolean planned() {
        return !List.of("COUNT", "WINDOW", "AS_NEEDED", "")
                .contains(schedule().path("kind").asString(""));
    }

    /** How many doses it plans, roughly: enough kits are sent. */
    int doses() {
        var schedule = schedule();
        return switch (schedule.path("kind").asString("")) {
            case "EVERY", "COUNT" -> schedule.path("count").asInt(1);
            case "DAILY" ->
                schedule.path("times").asInt(1) * schedule.path("days").asInt(1);
            case "WEEKLY" ->
                schedule.path("times").asInt(1) * schedule.path("weeks").asInt(1);
            case "CYCLES" ->
                schedule.path("days").size() * schedule.path("cycles").asInt(1);
            case "DAYS" -> schedule.path("days").size();
            default -> 1;
        };
    }

    /** What was measured out: the stated volume, or the volume in which the amount is counted. */
    Optional<Map<String, String>> volume() {
        return Protocol.value(course, "volume")
                .or(() -> Optional.of(amount().path("in")).filter(JsonNode::isObject))
                .map(volume -> Map.of(
                        "number", volume.path("number").asString(""),
                        "unit", volume.path("unit").asString("")));
    }

    /** The pick where the protocol leaves one, what was dropped or unpacked where it counts that, and the lot's content. */
    Map<String, Object> amountGiven() {
        var given = new LinkedHashMap<String, Object>();
        var amount = amount();
        if (amount.has("low")) {
            given.put("pick", amount.path("low").asString(""));
        }
        switch (amount.path("per").asString("")) {
            case "DROP" -> given.put("amount", Map.of("number", "1", "unit", "drop"));
            case "UNIT" -> {
                given.put("amount", Map.of("number", "1", "unit", "unit"));
                given.put("strength", strength(amount.path("unit").asString(""), amount, "UNIT"));
            }
            default -> {
                if (amount.path("unit").asString("").equals("mL")) {
                    given.put("strength", strength("particles", amount, "ML"));
                }
            }
        }
        return given;
    }

    private static List<Map<String, String>> strength(String unit, JsonNode amount, String per) {
        var number = per.equals("UNIT") ? amount.path("low").asString("1") : "1.0e9";
        return List.of(Map.of("number", number, "unit", unit, "per", per));
    }

    private JsonNode schedule() {
        return Protocol.value(course, "schedule").orElse(course.path("none"));
    }

    int days() {
        var schedule = schedule();
        return switch (schedule.path("kind").asString("")) {
            case "EVERY" ->
                days(schedule.path("interval").asString("P0D"))
                        * Math.max(0, schedule.path("count").asInt(1) - 1);
            case "DAILY" -> schedule.path("days").asInt(0);
            case "WEEKLY" -> (schedule.path("weeks").asInt(0) + 1) * A_WEEK;
            case "CYCLES" ->
                days(schedule.path("cycle").asString("P0D"))
                        * schedule.path("cycles").asInt(1);
            case "DAYS" ->
                Protocol.each(schedule.path("days"))
                        .mapToInt(day -> day.asInt(0))
                        .max()
                        .orElse(0);
            case "WINDOW" -> days(schedule.path("length").asString("P0D"));
            default -> 0;
        };
    }

    /** A period as days, a month as its longest. */
    static int days(String period) {
        try {
            var parsed = Period.parse(period);
            return (int) (parsed.toTotalMonths() * DAYS_OF_MONTH) + (int) parsed.get(ChronoUnit.DAYS);
        } catch (DateTimeException notAPeriod) {
            return 0;
        }
    }
}
