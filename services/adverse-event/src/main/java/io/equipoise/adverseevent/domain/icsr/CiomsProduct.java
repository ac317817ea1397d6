package io.equipoise.adverseevent.domain.icsr;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The part of the CIOMS I form on the suspect medicines (boxes 14 to 21). Whether a reaction abated when the medicine was
 * stopped is what the action taken says together with the outcome (E2B(R3) G.k.8 and E.i.7), whether it came back G.k.9.i.4;
 * where these do not answer, or answer differently for two reactions, nothing is ticked.
 */
record CiomsProduct(Icsr report) {
    private static final int TO_THE_MINUTE = 12;
    private static final Set<String> SUSPECT = Set.of("1", "3");
    private static final Map<String, String> AGAIN = Map.of("1", "AGAIN_YES", "2", "AGAIN_NO", "4", "AGAIN_NA");

    /** What stands in its boxes, by their numbers. */
    Map<String, String> boxes() {
        var boxes = new LinkedHashMap<String, String>();
        boxes.put("14", named("1") + lots());
        boxes.put("15", eachDose(this::dose, false));
        boxes.put("16", eachDose(place -> said(place, "G.k.4.r.10.1"), true));
        boxes.put("17", each("G.k.7.r.1"));
        boxes.put("18", eachDose(this::days, false));
        boxes.put("19", eachDose(this::howLong, false));
        return boxes;
    }

    /** Medicines of one role, by name; one that interacts is suspect too. */
    String named(String role) {
        return report.places("G.k.2.2").stream()
                .filter(place -> report.text("G.k.1", place.at().getFirst())
                        .filter(said -> said.equals(role) || (role.equals("1") && said.equals("3")))
                        .isPresent())
                .map(place -> CiomsForm.said(report, place)
                        + report.text("G.k.2.5", place.at().getFirst())
                                .map(yes -> " (blinded)")
                                .orElse(""))
                .collect(Collectors.joining("\n"));
    }

    /** Squares that are ticked, each question at most once. */
    List<String> ticked() {
        var stopped = new HashSet<String>();
        var again = new HashSet<String>();
        for (int k : suspects()) {
            for (int i : report.repeats("E.i", List.of())) {
                stopped.add(stopped(k, i));
                again.add(AGAIN.getOrDefault(report.text("G.k.9.i.4", k, i).orElse(""), ""));
            }
        }
        return List.of(stopped, again).stream()
                .filter(answers -> answers.size() == 1)
                .flatMap(Set::stream)
                .filter(answer -> !answer.isEmpty())
                .toList();
    }

    private String stopped(int k, int i) {
        return switch (report.text("G.k.8", k).orElse("")) {
            case "1" ->
                switch (report.text("E.i.7", i).orElse("")) {
                    case "1", "2" -> "STOPPED_YES";
                    case "3", "5" -> "STOPPED_NO";
                    default -> "";
                };
            case "3", "4", "9" -> "STOPPED_NA";
            default -> "";
        };
    }

    private List<Integer> suspects() {
        return report.places("G.k.1").stream()
                .filter(place -> report.text(place).filter(SUSPECT::contains).isPresent())
                .map(place -> place.at().getFirst())
                .toList();
    }

    private String lots() {
        var lots = each("G.k.4.r.7").replace("\n", ", ");
        return lots.isEmpty() ? "" : "\nlot: " + lots;
    }

    private String each(String element) {
        return report.places(element).stream()
                .map(place -> CiomsForm.said(report, place))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Line by line in the order of the doses, or each line once. */
    private String eachDose(Function<Place, String> line, boolean once) {
        var lines = report.repeats("G.k", List.of()).stream()
                .flatMap(k -> report.repeats("G.k.4.r", List.of(k)).stream().map(r -> Place.of("G.k.4.r", k, r)))
                .map(line)
                .filter(each -> !each.isBlank());
        return (once ? lines.distinct() : lines).collect(Collectors.joining("\n"));
    }

    private String said(Place dose, String element) {
        return CiomsForm.said(report, dose.with(element));
    }

    private String dose(Place dose) {
        return (said(dose, "G.k.4.r.1a") + " " + said(dose, "G.k.4.r.1b") + " " + said(dose, "G.k.4.r.8"))
                .strip()
                .replaceAll(" +", " ");
    }

    private String days(Place dose) {
        var last = said(dose, "G.k.4.r.5");
        return said(dose, "G.k.4.r.4") + (last.isEmpty() ? "" : " / " + last);
    }

    /** As the report says it; else by the clock, where the beginning and the end are known to the minute. */
    private String howLong(Place dose) {
        var told = (said(dose, "G.k.4.r.6a") + " " + said(dose, "G.k.4.r.6b")).strip();
        return told.isEmpty()
                ? time(dose, "G.k.4.r.4")
                        .flatMap(from -> time(dose, "G.k.4.r.5").flatMap(until -> minutes(from, until)))
                        .orElse("")
                : told;
    }

    private Optional<E2bTime> time(Place dose, String element) {
        return report.text(dose.with(element)).flatMap(E2bTime::parse).filter(time -> time.digits() >= TO_THE_MINUTE);
    }

    private static Optional<String> minutes(E2bTime from, E2bTime until) {
        var one = from.offset();
        var other = until.offset();
        if ((one == null) != (other == null)) {
            return Optional.empty();
        }
        var between = Duration.between(
                from.earliest().toInstant(one == null ? ZoneOffset.UTC : one),
                until.earliest().toInstant(other == null ? ZoneOffset.UTC : other));
        return between.isNegative() ? Optional.empty() : Optional.of(between.toMinutes() + " min");
    }
}
