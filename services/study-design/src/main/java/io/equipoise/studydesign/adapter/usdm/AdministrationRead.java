package io.equipoise.studydesign.adapter.usdm;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one administration says of route, amount and schedule; what it does not say stays open. */
record AdministrationRead(Basis basis, Thing administration) {
    private static final Map<String, String> ROUTES = Map.ofEntries(
            Map.entry("INTRAVENOUS", "INTRAVENOUS"),
            Map.entry("INTRAVENOUS DRIP", "INTRAVENOUS"),
            Map.entry("INTRAARTERIAL", "INTRA_ARTERIAL"),
            Map.entry("INTRATHECAL", "INTRATHECAL"),
            Map.entry("INTRAVITREAL", "INTRAVITREAL"),
            Map.entry("RESPIRATORY", "INHALATION"),
            Map.entry("INHALATION", "INHALATION"),
            Map.entry("NASAL", "NASAL"),
            Map.entry("OPHTHALMIC", "OCULAR_TOPICAL"));
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("GRAM", "g"),
            Map.entry("MILLIGRAM", "mg"),
            Map.entry("MICROGRAM", "ug"),
            Map.entry("NANOGRAM", "ng"),
            Map.entry("MILLILITER", "mL"),
            Map.entry("MICROLITER", "uL"),
            Map.entry("LITER", "L"),
            Map.entry("MOLE", "mol"),
            Map.entry("DROP", "drop"),
            Map.entry("UNIT", "unit"));
    private static final Map<String, Integer> A_DAY =
            Map.of("DAILY", 1, "QD", 1, "ONCE DAILY", 1, "BID", 2, "TWICE DAILY", 2, "TID", 3, "THREE TIMES DAILY", 3);
    private static final Pattern EVERY = Pattern.compile("EVERY (?:([0-9]{1,2}) )?(DAY|WEEK)S?");
    private static final int WEEK = 7;

    Map<String, Object> route() {
        var words = administration.code("route");
        var route =
                words.map(each -> ROUTES.get(each.toUpperCase(Locale.ROOT).replace(" ROUTE OF ADMINISTRATION", "")));
        if (route.isEmpty()) {
            administration.leave("route", "the language has no such route: " + words.orElse("none stated"));
        }
        return route.map(known -> basis.stated(known, words.orElseThrow()))
                .orElseGet(() -> basis.unknown(words.orElse("route")));
    }

    Map<String, Object> amount() {
        var dose = administration.thing("dose");
        var number = dose.flatMap(each -> each.number("value"));
        var unit = dose.flatMap(each -> each.code("unit"));
        var known = unit.map(words -> UNITS.get(words.toUpperCase(Locale.ROOT)));
        var said = (number.orElse("") + " " + unit.orElse("")).strip();
        if (number.isEmpty() || known.isEmpty()) {
            if (!said.isEmpty()) {
                administration.leave("dose", "no number with a unit of the language: " + said);
            }
            return basis.unknown(said.isEmpty() ? "dose amount" : said);
        }
        var amount = new LinkedHashMap<String, Object>();
        amount.put("per", "DOSE");
        amount.put("number", number.get());
        amount.put("unit", known.get());
        return basis.read(amount, said, "the file states one quantity for one administration");
    }

    Map<String, Object> schedule() {
        var frequency = administration.code("frequency").orElse("");
        var duration = administration.thing("duration");
        var days = duration.flatMap(this::days);
        var words = frequency.toUpperCase(Locale.ROOT);
        var said = frequency + duration.map(AdministrationRead::words).orElse("");
        if (words.equals("ONCE") || words.equals("ONE TIME")) {
            return basis.stated(Fields.of("kind", "ONCE"), said);
        }
        var times = A_DAY.get(words);
        if (times != null && days.isPresent()) {
            var daily = Fields.of("kind", "DAILY", "times", times);
            daily.put("days", days.get());
            return basis.stated(daily, said);
        }
        var every = EVERY.matcher(words.equals("WEEKLY") ? "EVERY WEEK" : words);
        if (every.matches() && days.isPresent()) {
            int one = every.group(1) == null ? 1 : Integer.parseInt(every.group(1));
            int interval = one * (every.group(2).equals("WEEK") ? WEEK : 1);
            return interval == 0 || days.get() < interval ? open(said) : repeated(interval, days.get(), said);
        }
        return open(said);
    }

    private Map<String, Object> repeated(int interval, int days, String said) {
        var every = Fields.of("kind", "EVERY", "interval", "P" + interval + "D");
        every.put("count", days / interval);
        return basis.read(every, said, "as many as begin before the time is over");
    }

    private Map<String, Object> open(String said) {
        if (!said.isBlank()) {
            administration.leave("frequency", "no schedule of the language: " + said);
        }
        return basis.unknown(said.isBlank() ? "schedule of the administrations" : said);
    }

    private Optional<Integer> days(Thing duration) {
        if (duration.yes("durationWillVary")) {
            duration.leave("quantity", "the duration varies");
            return Optional.empty();
        }
        duration.leave("reasonDurationWillVary", "the duration does not vary");
        var quantity = duration.thing("quantity");
        var unit = quantity.flatMap(each -> each.code("unit")).orElse("").toUpperCase(Locale.ROOT);
        return quantity.flatMap(each -> each.number("value"))
                .filter(number -> number.matches("[1-9][0-9]{0,3}"))
                .map(Integer::parseInt)
                .filter(number -> unit.equals("WEEK") || unit.equals("DAY"))
                .map(number -> number * (unit.equals("WEEK") ? WEEK : 1));
    }

    private static String words(Thing duration) {
        var quantity = duration.thing("quantity");
        return quantity.flatMap(each -> each.number("value"))
                .map(number -> " for " + number + " "
                        + quantity.flatMap(each -> each.code("unit")).orElse(""))
                .orElse("");
    }
}
