package io.equipoise.studydesign.domain.table;

import java.util.Map;
import java.util.regex.Pattern;

/** The printed amount of a dose. One plain quantity is read; whatever may mean two things is held for a person. */
public record DoseCell(String printed, Decimal decimal) {
    private static final Pattern LOST_EXPONENT = Pattern.compile("(?<![0-9.,])10(?:[2-9]|1[0-9])(?![0-9.,])");
    private static final Pattern COMMA = Pattern.compile("[0-9],[0-9]");
    private static final Pattern DASH = Pattern.compile("[0-9] ?- ?[0-9]");
    private static final Pattern QUANTITY =
            Pattern.compile("(?<number>[0-9]+(?:\\.[0-9]+)?) ?(?<unit>mL|mg|ug|ng|pmol)\\b(?: EV)?(?<per>/[a-z]+)?");
    private static final Map<String, String> PER = Map.of("", "DOSE", "/dose", "DOSE", "/kg", "KG", "/drop", "DROP");

    /** How the numbers of a table are written, where somebody said so. */
    public enum Decimal {
        POINT,
        COMMA,
        UNDECLARED
    }

    /** An amount in the words of a definition, or why there is none. */
    sealed interface Reading {
        record Amount(Map<String, Object> value) implements Reading {}

        record Held(String why) implements Reading {}
    }

    Reading read() {
        var text = Spelling.plain(printed);
        var lost = LOST_EXPONENT.matcher(text);
        if (lost.find()) {
            var digits = lost.group();
            return new Reading.Held("%s may be 10^%s without its superscript".formatted(digits, digits.substring(2)));
        }
        if (COMMA.matcher(text).find()) {
            if (decimal != Decimal.COMMA) {
                return new Reading.Held("a comma between digits, and nobody declared the decimal comma");
            }
            text = text.replaceAll("(?<=[0-9]),(?=[0-9])", ".");
        }
        if (DASH.matcher(text).find()) {
            return new Reading.Held("a dash may be a range or several levels");
        }
        return quantity(text);
    }

    private static Reading quantity(String text) {
        var found = QUANTITY.matcher(text).results().toList();
        if (found.size() != 1) {
            return new Reading.Held(found.isEmpty() ? "no amount with a unit" : "more than one amount");
        }
        var one = found.getFirst();
        var said = one.group("per");
        var per = PER.get(said == null ? "" : said);
        return per == null
                ? new Reading.Held("how much of it is one dose is not said: " + said)
                : new Reading.Amount(Map.of("per", per, "number", one.group("number"), "unit", one.group("unit")));
    }
}
