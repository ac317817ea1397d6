package io.equipoise.adverseevent.domain.icsr;

import io.equipoise.adverseevent.domain.EventDetails;
import io.equipoise.adverseevent.domain.ProductAction;
import io.equipoise.adverseevent.domain.ProductAction.Action;
import io.equipoise.adverseevent.domain.ReportableKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was done with the product and what else is known of its use (E2B(R3) G.k.8, G.k.10.r, G.k.11), from what the site
 * told of the case's events. No product is named: the one of a blinded case has one action only if all have the same.
 *
 * @param details of each event in the order of the case; empty where the site told none
 */
record ProductNotes(List<Optional<EventDetails>> details) {
    private static final int LONGEST_TEXT = 2_000;
    private static final Map<ReportableKind, String> CODES = new EnumMap<>(
            Map.of(ReportableKind.OVERDOSE, "2", ReportableKind.MEDICATION_ERROR, "7", ReportableKind.MISUSE, "8"));
    /** For these the standard has no code that would say as much and no more. */
    private static final Map<ReportableKind, String> WORDS = new EnumMap<>(Map.of(
            ReportableKind.PREGNANCY, "A pregnancy is reported.",
            ReportableKind.LOT_RELATED, "Held to be related to the lot.",
            ReportableKind.DONOR_RELATED, "Held to be related to the donor."));

    static ProductNotes of(Material material) {
        return new ProductNotes(material.safetyCase().events().stream()
                .map(event -> material.of(event).details())
                .toList());
    }

    void put(Icsr.Builder report, int product) {
        report.put("G.k.8", String.valueOf(action().map(Action::code).orElse(Action.UNKNOWN.code())), product);
        var codes = kinds().stream()
                .flatMap(kind -> Optional.ofNullable(CODES.get(kind)).stream())
                .toList();
        for (int r = 1; r <= codes.size(); r++) {
            report.put("G.k.10.r", codes.get(r - 1), product, r);
        }
        report.putIf(text(), "G.k.11", product);
    }

    /** What was done with every product alike; empty where nobody told, or where it differs by product. */
    Optional<Action> action() {
        var actions = byProduct();
        return actions.size() == 1 ? Optional.of(actions.iterator().next()) : Optional.empty();
    }

    private Set<Action> byProduct() {
        return told().stream()
                .flatMap(each -> each.actions().stream())
                .collect(Collectors.groupingBy(
                        ProductAction::product,
                        TreeMap::new,
                        Collectors.mapping(ProductAction::action, Collectors.toList())))
                .values()
                .stream()
                .map(ProductNotes::together)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Action.class)));
    }

    /** Of one product, because of several events: withdrawn for one of them is withdrawn. */
    private static Action together(Collection<Action> ofOneProduct) {
        var changed = EnumSet.copyOf(ofOneProduct);
        if (changed.contains(Action.WITHDRAWN)) {
            return Action.WITHDRAWN;
        }
        for (var weak : List.of(Action.UNKNOWN, Action.NOT_APPLICABLE, Action.DOSE_NOT_CHANGED)) {
            if (changed.size() > 1) {
                changed.remove(weak);
            }
        }
        return changed.size() == 1 ? changed.iterator().next() : Action.UNKNOWN;
    }

    private Set<ReportableKind> kinds() {
        return told().stream()
                .flatMap(each -> each.kinds().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReportableKind.class)));
    }

    private List<EventDetails> told() {
        return details.stream().flatMap(Optional::stream).toList();
    }

    private Optional<String> text() {
        var sentences = new ArrayList<String>();
        kinds().stream().map(WORDS::get).filter(Objects::nonNull).forEach(sentences::add);
        if (byProduct().size() > 1) {
            sentences.add("The action taken differs between the products on record.");
        }
        for (int i = 1; i <= details.size(); i++) {
            var event = "Event " + i;
            details.get(i - 1).ifPresent(each -> {
                if (each.component() != null) {
                    sentences.add(event + " is held to have come by " + each.component() + ".");
                }
                if (each.period() != null) {
                    sentences.add(event + " began in period " + each.period() + ".");
                }
            });
        }
        while (String.join(" ", sentences).length() > LONGEST_TEXT) {
            sentences.removeLast();
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
    }
}
