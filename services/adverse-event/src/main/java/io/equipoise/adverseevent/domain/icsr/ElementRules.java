package io.equipoise.adverseevent.domain.icsr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every value against the table of elements: length, form, codes, times, null flavours; and what is needed at all. */
final class ElementRules {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    /** XML 1.0 cannot carry these. */
    private static final Pattern UNWRITABLE = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private static final Set<String> TO_THE_SECOND = Set.of("N.1.5", "N.2.r.4", "C.1.2");
    private static final Set<String> TO_THE_DAY = Set.of("C.1.4", "C.1.5");
    /** Only there to tie or to describe other elements. */
    private static final Pattern BESIDE =
            Pattern.compile("E\\.i\\.0|G\\.k\\.0|.*\\.(mediaType|representation|compression|name)|G\\.k\\.4\\.r\\.4-5");

    private final Elements elements;
    private final Icsr report;
    private final Sending sending;
    private final List<Finding> findings = new ArrayList<>();

    private ElementRules(Elements elements, Icsr report, Sending sending) {
        this.elements = elements;
        this.report = report;
        this.sending = sending;
    }

    static List<Finding> findings(Elements elements, Icsr report, Sending sending) {
        var rules = new ElementRules(elements, report, sending);
        report.values().forEach(rules::value);
        elements.all().forEach(rules::needed);
        return rules.findings;
    }

    private void value(Place place, Value value) {
        var known = elements.of(place.element());
        if (known.isEmpty()) {
            if (!BESIDE.matcher(place.element()).matches()) {
                found("ELEMENT", place, "this is not a data element of the table");
            }
            return;
        }
        switch (value) {
            case Value.Text(var text) -> text(known.get(), place, text);
            case Value.Missing(var why) -> {
                if (!known.get().flavours().contains(why)) {
                    found(
                            "NULL_FLAVOUR",
                            place,
                            "allowed are " + named(known.get().flavours()));
                }
            }
        }
    }

    private void text(Element element, Place place, String text) {
        if (element.length() > 0 && text.length() > element.length()) {
            found("LENGTH", place, "up to " + element.length() + " characters");
        }
        if (UNWRITABLE.matcher(text).find()) {
            found("CHARACTER", place, "control characters cannot be sent");
        }
        if (!element.codes().isEmpty() && !element.codes().contains(text)) {
            found("CODE", place, "allowed are " + named(element.codes()));
        }
        switch (element.type()) {
            case NUMBER -> must(NUMBER.matcher(text).matches(), place, "a number");
            case TRUTH -> must(text.equals("true") || text.equals("false"), place, "true or false");
            case TRUE -> must(text.equals("true"), place, "true, or no information (NI); never false");
            case TIME -> time(place, text);
            case TEXT, DATA -> {}
        }
    }

    private void must(boolean well, Place place, String right) {
        if (!well) {
            found("FORM", place, right);
        }
    }

    private void time(Place place, String text) {
        var time = E2bTime.parse(text);
        if (time.isEmpty()) {
            found("TIME", place, "a time is written CCYYMMDDhhmmss and the offset, as far as it is known");
            return;
        }
        if (TO_THE_SECOND.contains(place.element())
                && (time.get().digits() < E2bTime.SECOND || time.get().offset() == null)) {
            found("TIME", place, "to the second, with the offset from UTC");
        }
        if (TO_THE_DAY.contains(place.element()) && time.get().digits() < E2bTime.DAY) {
            found("TIME", place, "to the day at least");
        }
        if (time.get().isSurelyAfter(sending.at())) {
            found("FUTURE", place, "not in the future");
        }
    }

    private void needed(Element element) {
        if (!element.ich() && !(element.fda() && sending.profile() == Profile.FDA_IND)) {
            return;
        }
        var group = element.group();
        if (element.number().equals(group) || element.depth() == 0) {
            if (report.places(element.number()).isEmpty()) {
                found("REQUIRED", new Place(element.number(), List.of()), needs(element));
            }
            return;
        }
        var repeats = report.repeats(group, List.of());
        if (repeats.isEmpty() && (group.equals("E.i") || group.equals("G.k"))) {
            found("REQUIRED", new Place(element.number(), List.of(1)), needs(element));
        }
        for (int index : repeats) {
            if (report.value(Place.of(element.number(), index)).isEmpty()) {
                found("REQUIRED", Place.of(element.number(), index), needs(element));
            }
        }
    }

    private String needs(Element element) {
        var who = element.ich() ? "every report" : "every report to FDA before marketing";
        return who + " says " + elements.title(element.number());
    }

    private static String named(Set<?> words) {
        return words.isEmpty()
                ? "no null flavours"
                : words.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private void found(String rule, Place place, String right) {
        findings.add(new Finding(rule, true, place, right));
    }
}
