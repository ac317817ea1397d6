package io.equipoise.adverseevent.domain.icsr;

import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.EventDetails;
import io.equipoise.adverseevent.domain.GivenDose;
import io.equipoise.adverseevent.domain.GivenDose.Volume;
import io.equipoise.adverseevent.domain.Route;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was given, when, how much, from which lot and by which route (E2B(R3) G.k.4.r). A dose has the route by which its
 * event is held to have come; a route that belongs to no dose on record stands by itself. A route is words: the lists of
 * codes are others' (EDQM; FDA's SPL).
 */
final class DosagePart {
    private static final int LONGEST_NUMBER = 8;
    /** Units of the trials that are written alike in UCUM; others stand in the text of the dosage. */
    private static final Set<String> UCUM = Set.of("L", "mL", "uL", "kg", "g", "mg", "ug", "ng", "mol", "mmol", "pmol");

    private final Icsr.Builder report;
    private final Material material;
    private final int product;

    private DosagePart(Icsr.Builder report, Material material, int product) {
        this.report = report;
        this.material = material;
        this.product = product;
    }

    static void put(Icsr.Builder report, Material material, int product) {
        new DosagePart(report, material, product).put();
    }

    private void put() {
        int r = 0;
        for (var dose : inOrder(material.doses())) {
            put(dose, ++r);
        }
        for (var route : routes(material.safetyCase().events().stream().filter(event -> !isOfSomeDose(event)))) {
            report.put("G.k.4.r.10.1", words(route), product, ++r);
        }
    }

    static List<GivenDose> inOrder(List<GivenDose> doses) {
        return doses.stream().sorted(Comparator.comparing(GivenDose::startedAt)).toList();
    }

    private void put(GivenDose dose, int r) {
        var text = "dose " + dose.dose();
        report.put("G.k.4.r.4", time(dose.startedAt()), product, r).put("G.k.4.r.7", dose.packagingLot(), product, r);
        if (dose.stoppedAt() != null) {
            report.put("G.k.4.r.5", time(dose.stoppedAt()), product, r);
        }
        var volume = dose.volume();
        if (volume != null && isAmount(volume)) {
            report.put("G.k.4.r.1a", number(volume), product, r).put("G.k.4.r.1b", volume.unit(), product, r);
        } else if (volume != null) {
            text += ", " + volume.number() + " " + volume.unit();
        }
        var routes = routes(material.safetyCase().events().stream().filter(event -> isOf(dose, event)));
        if (routes.size() == 1) {
            report.put("G.k.4.r.10.1", words(routes.getFirst()), product, r);
        } else if (!routes.isEmpty()) {
            text += ", routes "
                    + String.join(
                            " and ", routes.stream().map(DosagePart::words).toList());
        }
        report.put("G.k.4.r.8", text, product, r);
    }

    private String time(Instant moment) {
        return E2bTime.of(moment.atZone(material.site()).toOffsetDateTime());
    }

    private static boolean isAmount(Volume volume) {
        return UCUM.contains(volume.unit()) && number(volume).length() <= LONGEST_NUMBER;
    }

    private static String number(Volume volume) {
        return new BigDecimal(volume.number()).toPlainString();
    }

    private static boolean isOf(GivenDose dose, CaseEvent event) {
        return Integer.valueOf(dose.dose()).equals(event.account().dose());
    }

    private boolean isOfSomeDose(CaseEvent event) {
        return material.doses().stream().anyMatch(dose -> isOf(dose, event));
    }

    private List<Route> routes(Stream<CaseEvent> events) {
        return events.flatMap(event -> material.of(event).details().stream())
                .map(EventDetails::route)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** As a person would say it: intravenous with focused ultrasound. */
    private static String words(Route route) {
        return route.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
