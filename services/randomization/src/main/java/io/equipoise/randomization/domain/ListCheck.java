package io.equipoise.randomization.domain;

import io.equipoise.platform.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether an uploaded list is one of this study: its strata, no place missing or twice, its arms, and in every stratum
 * its ratio. A list in another ratio is another design than the definition's, so it is refused and not warned of.
 */
record ListCheck(Design design, List<ListRow> rows) {
    private static final int LONGEST = 20_000;
    private static final int POINTED_AT = 50;

    Optional<Refusal> obstacle() {
        if (!design.unknown().isEmpty()) {
            return Optional.of(Refusal.conflict(
                    "DESIGN_INCOMPLETE",
                    "The study's definition does not say what a list is checked against.",
                    design.unknown().toArray(String[]::new)));
        }
        if (rows.isEmpty() || rows.size() > LONGEST || design.strataCount() > LONGEST) {
            return Optional.of(
                    Refusal.invalid("LIST_LENGTH", "A list has 1 to %d places.".formatted(LONGEST), "/rows"));
        }
        var strata = design.strata().stream().map(Stratum::key).collect(Collectors.toSet());
        var arms = design.shares().stream().map(Design.Share::arm).toList();
        return at(
                        "LIST_STRATUM_UNKNOWN",
                        "A stratum is one of the definition's, written FACTOR=LEVEL;FACTOR=LEVEL.",
                        "/stratum",
                        n -> !strata.contains(rows.get(n).stratum()))
                .or(() -> at(
                        "LIST_ARM_UNKNOWN",
                        "An arm is one of the definition's.",
                        "/arm",
                        n -> !arms.contains(rows.get(n).arm())))
                .or(this::gap)
                .or(() -> strata.stream()
                        .sorted()
                        .flatMap(stratum -> ratio(stratum).stream())
                        .findFirst());
    }

    /** Places of a stratum are numbered from 1 without gap or repetition. */
    private Optional<Refusal> gap() {
        var sizes = rows.stream().collect(Collectors.groupingBy(ListRow::stratum, Collectors.counting()));
        var seen = new HashSet<String>();
        return at("LIST_PLACES_BROKEN", "The places of a stratum are numbered from 1, each once.", "/position", n -> {
            var row = rows.get(n);
            return row.position() < 1
                    || row.position() > sizes.getOrDefault(row.stratum(), 0L)
                    || !seen.add(row.position() + "@" + row.stratum());
        });
    }

    private Optional<Refusal> ratio(String stratum) {
        Map<Arm, Long> counts = rows.stream()
                .filter(row -> row.stratum().equals(stratum))
                .collect(Collectors.groupingBy(ListRow::arm, Collectors.counting()));
        long places = counts.values().stream().mapToLong(Long::longValue).sum();
        boolean agrees = places > 0
                && design.shares().stream()
                        .allMatch(share ->
                                counts.getOrDefault(share.arm(), 0L) * design.ratioSum() == places * share.weight());
        return agrees
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "LIST_NOT_IN_RATIO",
                        "Stratum %s has places, in exactly the definition's ratio.".formatted(stratum),
                        "/rows"));
    }

    private Optional<Refusal> at(String code, String detail, String field, IntPredicate wrong) {
        var at = IntStream.range(0, rows.size())
                .filter(wrong)
                .limit(POINTED_AT)
                .mapToObj(n -> "/rows/" + n + field)
                .toArray(String[]::new);
        return at.length == 0 ? Optional.empty() : Optional.of(Refusal.invalid(code, detail, at));
    }
}
