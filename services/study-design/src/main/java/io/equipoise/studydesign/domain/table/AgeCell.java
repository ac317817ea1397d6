package io.equipoise.studydesign.domain.table;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The printed bounds of age. One number alone is the age of one person, and no bound. */
record AgeCell(String printed) {
    static final Map<String, Object> FACT = Map.of("fact", "birthDate", "title", "Date of birth", "type", "DATE");

    private static final Pattern BOTH = Pattern.compile("([0-9]{1,3}) ?- ?([0-9]{1,3})");
    private static final Pattern FROM = Pattern.compile("([0-9]{1,3}) and older");
    private static final Pattern UP_TO = Pattern.compile("Up to ([0-9]{1,3})( days)?");
    private static final Pattern ONE_PERSON = Pattern.compile("[0-9]{1,3}");

    boolean readable() {
        return rule().isPresent() || ONE_PERSON.matcher(plain()).matches();
    }

    Optional<Map<String, Object>> rule() {
        return when().map(when -> Map.of("rule", "AGE", "kind", "INCLUSION", "text", printed, "when", when));
    }

    private Optional<String> when() {
        var both = BOTH.matcher(plain());
        if (both.matches()) {
            return Optional.of("%1$s >= %2$s && %1$s <= %3$s".formatted(age("Years"), both.group(1), both.group(2)));
        }
        var from = FROM.matcher(plain());
        if (from.matches()) {
            return Optional.of(age("Years") + " >= " + from.group(1));
        }
        var upTo = UP_TO.matcher(plain());
        return upTo.matches()
                ? Optional.of(age(upTo.group(2) == null ? "Years" : "Days") + " <= " + upTo.group(1))
                : Optional.empty();
    }

    private static String age(String unit) {
        return "completed" + unit + "(fact.birthDate, screenedOn)";
    }

    private String plain() {
        return Spelling.plain(printed);
    }
}
