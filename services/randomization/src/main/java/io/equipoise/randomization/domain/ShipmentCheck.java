package io.equipoise.randomization.domain;

import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.Shipment.BoxedKit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether a shipment can go on the shelf: numbers good and new, kinds known, and nothing on the boxes that tells the arm. */
record ShipmentCheck(Shipment shipment, List<Arm> arms, Set<String> taken) {
    private static final String NUMBER = "[A-Z0-9][A-Z0-9-]{0,31}";
    private static final int LARGEST = 5_000;
    private static final int TELLING = 3;

    Optional<Refusal> obstacle() {
        if (shipment.kits().isEmpty() || shipment.kits().size() > LARGEST) {
            return Optional.of(
                    Refusal.invalid("SHIPMENT_SIZE", "A shipment has 1 to %d kits.".formatted(LARGEST), "/kits"));
        }
        if (!shipment.packagingLot().matches(NUMBER)) {
            return Optional.of(Refusal.invalid(
                    "PACKAGING_LOT_MALFORMED",
                    "A packaging lot is written with capitals, digits and hyphens, at most 32.",
                    "/packagingLot"));
        }
        return at("/kit", kit -> !kit.kit().matches(NUMBER), KIT_FORM)
                .or(() -> at("/type", kit -> !arms.contains(kit.type()), KIT_TYPE))
                .or(() -> at("/kit", repeated(), KIT_TAKEN))
                .or(this::telling)
                .or(this::unmixed);
    }

    private static final Refusal KIT_FORM = Refusal.invalid(
            "KIT_NUMBER_MALFORMED", "A kit's number is written with capitals, digits and hyphens, at most 32.");
    private static final Refusal KIT_TYPE =
            Refusal.invalid("KIT_TYPE_UNKNOWN", "A kit is of a kind that the study's definition names.");
    private static final Refusal KIT_TAKEN =
            Refusal.conflict("KIT_NUMBER_TAKEN", "A kit's number is used once in a study.");
    private static final Refusal TELLING_NAME = Refusal.invalid(
            "LABEL_TELLS_KIND", "A kit's number and its packaging lot must not say what is in the kit.");

    private Optional<Refusal> at(String field, Predicate<BoxedKit> wrong, Refusal refusal) {
        var pointers = IntStream.range(0, shipment.kits().size())
                .filter(index -> wrong.test(shipment.kits().get(index)))
                .mapToObj(index -> "/kits/" + index + field)
                .toList();
        return pointers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(refusal.code(), refusal.detail(), refusal.kind(), pointers));
    }

    private Predicate<BoxedKit> repeated() {
        var seen = new HashSet<>(taken);
        return kit -> !seen.add(kit.kit());
    }

    private Optional<Refusal> telling() {
        return tells(shipment.packagingLot())
                ? Optional.of(new Refusal(
                        TELLING_NAME.code(), TELLING_NAME.detail(), TELLING_NAME.kind(), List.of("/packagingLot")))
                : at("/kit", kit -> tells(kit.kit()), TELLING_NAME);
    }

    private boolean tells(String label) {
        return arms.stream()
                .map(arm -> arm.code().toUpperCase(Locale.ROOT))
                .anyMatch(code -> code.length() >= TELLING
                        ? label.contains(code)
                        : List.of(label.split("-")).contains(code));
    }

    /** A lot with one kind of kit would tell everybody what a subject gets as soon as one code of that lot is broken. */
    private Optional<Refusal> unmixed() {
        var present = shipment.kits().stream().map(BoxedKit::type).collect(Collectors.toSet());
        return present.containsAll(arms)
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "SHIPMENT_NOT_MIXED",
                        "A shipment has kits of every kind, so that its packaging lot tells nothing.",
                        "/kits"));
    }
}
