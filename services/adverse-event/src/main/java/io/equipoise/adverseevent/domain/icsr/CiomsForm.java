package io.equipoise.adverseevent.domain.icsr;

import io.equipoise.adverseevent.domain.PatientCharacteristics.AgeUnit;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands in the boxes of the CIOMS I form, filled from the elements of a report. An empty box is empty in the report
 * too; a null flavour stands as words.
 *
 * @param boxes by the number printed on the form, such as 7+13
 * @param ticked criteria and answers whose square is ticked
 */
public record CiomsForm(Map<String, String> boxes, List<String> ticked) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH);
    private static final Map<String, String> CRITERIA = criteria();
    private static final List<String> OUTCOMES =
            List.of("unknown", "recovered", "recovering", "not recovered", "recovered with sequelae", "fatal");
    private static final Map<String, String> SEX = Map.of("1", "M", "2", "F");
    private static final Map<NullFlavour, String> WHY = Map.of(
            NullFlavour.MSK, "withheld",
            NullFlavour.UNK, "unknown",
            NullFlavour.NA, "not applicable",
            NullFlavour.ASKU, "asked, but unknown",
            NullFlavour.NASK, "not asked",
            NullFlavour.NI, "no information");

    public CiomsForm {
        boxes = Map.copyOf(boxes);
        ticked = List.copyOf(ticked);
    }

    private static Map<String, String> criteria() {
        var criteria = new LinkedHashMap<String, String>();
        criteria.put("E.i.3.2a", "DIED");
        criteria.put("E.i.3.2c", "HOSPITALISED");
        criteria.put("E.i.3.2d", "DISABLED");
        criteria.put("E.i.3.2b", "LIFE_THREATENING");
        criteria.put("E.i.3.2e", "CONGENITAL");
        criteria.put("E.i.3.2f", "OTHER");
        return criteria;
    }

    /** A report as a form. */
    public static CiomsForm of(Icsr report) {
        var boxes = new LinkedHashMap<String, String>();
        patient(report, boxes);
        boxes.put("7+13", reactions(report));
        boxes.putAll(new CiomsProduct(report).boxes());
        boxes.put("22", new CiomsProduct(report).named("2"));
        boxes.put("23", said(report, Place.of("D.7.2")));
        sender(report, boxes);
        return new CiomsForm(boxes, ticked(report));
    }

    private static void patient(Icsr report, Map<String, String> boxes) {
        boxes.put("1", said(report, Place.of("D.1")));
        boxes.put("1a", said(report, Place.of("E.i.9", 1)));
        boxes.put("2", said(report, Place.of("D.2.1")));
        boxes.put("2a", (said(report, Place.of("D.2.2a")) + " " + ageUnit(report)).strip());
        boxes.put(
                "3",
                report.text("D.5")
                        .map(sex -> SEX.getOrDefault(sex, sex))
                        .orElseGet(() -> said(report, Place.of("D.5"))));
        boxes.put(
                "4-6",
                report.places("E.i.4").stream()
                        .map(place -> said(report, place))
                        .distinct()
                        .collect(Collectors.joining("\n")));
    }

    private static String ageUnit(Icsr report) {
        return report.text("D.2.2b")
                .map(unit -> AgeUnit.of(unit).map(AgeUnit::words).orElse(unit))
                .orElse("");
    }

    private static String reactions(Icsr report) {
        var lines = new ArrayList<String>();
        for (int i : report.repeats("E.i", List.of())) {
            var term = report.text("E.i.1.1a", i)
                    .or(() -> report.text("E.i.1.2", i))
                    .orElse("reaction " + i);
            var coded = report.text("E.i.2.1b", i)
                    .map(code -> " [MedDRA " + report.text("E.i.2.1a", i).orElse("?") + ": " + code + "]")
                    .orElse("");
            lines.add(i + ". " + term + coded + ", outcome: " + outcome(report, i));
            report.places("G.k.9.i.2.r.3").stream()
                    .filter(place -> place.at().get(1) == i)
                    .forEach(place -> lines.add("   " + said(report, place.with("G.k.9.i.2.r.1")) + ": "
                            + said(report, place) + " (" + said(report, place.with("G.k.9.i.2.r.2")) + ")"));
        }
        report.text("H.1").ifPresent(narrative -> lines.add("\n" + narrative));
        for (int r : report.repeats("F.r", List.of())) {
            lines.add("Test: " + said(report, Place.of("F.r.2.1", r)) + " " + said(report, Place.of("F.r.3.2", r)) + " "
                    + said(report, Place.of("F.r.3.3", r)) + said(report, Place.of("F.r.3.4", r)));
        }
        return String.join("\n", lines);
    }

    private static String outcome(Icsr report, int i) {
        return report.text("E.i.7", i)
                .filter(code -> code.matches("[0-5]"))
                .map(code -> OUTCOMES.get(Integer.parseInt(code)))
                .orElse("not said");
    }

    private static void sender(Icsr report, Map<String, String> boxes) {
        boxes.put(
                "24a",
                (joined(report, "C.3.2") + "\n" + joined(report, "C.3.4.1") + "\n"
                                + joined(report, "C.3.4.4", "C.3.4.2", "C.3.4.5"))
                        .strip());
        boxes.put("24b", said(report, Place.of("C.1.1")));
        boxes.put("24c", said(report, Place.of("C.1.5")));
        boxes.put("25b", "withheld");
        boxes.put("26", remarks(report));
        boxes.put("date", said(report, Place.of("C.1.2")));
    }

    private static String joined(Icsr report, String... elements) {
        return List.of(elements).stream()
                .flatMap(element -> report.text(element).stream())
                .collect(Collectors.joining(" "));
    }

    private static String remarks(Icsr report) {
        var remarks = new ArrayList<String>();
        report.text("C.1.8.1").ifPresent(number -> remarks.add("worldwide number: " + number));
        report.text("C.5.3").ifPresent(study -> remarks.add("study: " + study));
        report.text("FDA.C.5.5a").ifPresent(ind -> remarks.add("IND: " + ind));
        report.text("C.1.11.1")
                .ifPresent(kind -> remarks.add((kind.equals("1") ? "nullification: " : "amendment: ")
                        + report.text("C.1.11.2").orElse("")));
        return String.join("\n", remarks);
    }

    private static List<String> ticked(Icsr report) {
        var ticked = new ArrayList<String>();
        CRITERIA.forEach((element, name) -> {
            if (report.places(element).stream()
                    .anyMatch(place -> report.text(place).isPresent())) {
                ticked.add(name);
            }
        });
        ticked.add(report.is("C.1.3", "2") ? "STUDY" : "SPONTANEOUS");
        if (!report.places("C.4.r.1").isEmpty()) {
            ticked.add("LITERATURE");
        }
        var first = report.text("C.1.4").equals(report.text("C.1.5"))
                && report.places("C.1.11.1").isEmpty();
        ticked.add(first ? "INITIAL" : "FOLLOW_UP");
        ticked.addAll(new CiomsProduct(report).ticked());
        return ticked;
    }

    static String said(Icsr report, Place place) {
        return report.value(place)
                .map(value -> switch (value) {
                    case Value.Text(var text) -> day(place, text).orElse(text);
                    case Value.Missing(var why) -> WHY.getOrDefault(why, why.name());
                })
                .orElse("");
    }

    /** Times of the form are days, as far as they are known. */
    private static Optional<String> day(Place place, String text) {
        var times = List.of("E.i.4", "D.2.1", "G.k.4.r.4", "G.k.4.r.5", "C.1.5", "C.1.2");
        return times.contains(place.element())
                ? E2bTime.parse(text)
                        .filter(time -> time.digits() >= E2bTime.DAY)
                        .map(time -> time.day().format(DAY).toUpperCase(Locale.ENGLISH))
                : Optional.empty();
    }
}
