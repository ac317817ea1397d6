package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CalendarCommand.Administer;
import io.equipoise.dosing.domain.Circumstances.Consent;
import io.equipoise.dosing.domain.Infusion.Details;
import io.equipoise.dosing.domain.Infusion.Reduced;
import io.equipoise.dosing.domain.Infusion.Strength;
import io.equipoise.dosing.domain.Infusion.Weight;
import io.equipoise.dosing.domain.StudyStatus.Change;
import io.equipoise.dosing.domain.quantity.AmountRule;
import io.equipoise.dosing.domain.quantity.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said at the bedside about one dose, a word at a time; everything else about it is in order. */
final class Bedside {
    private final int dose;
    private final String on;
    private String time = "09:00";
    private @Nullable String kit;
    private @Nullable String lot;
    private @Nullable Volume volume;
    private @Nullable Measured amount;
    private @Nullable String pick;
    private @Nullable Weight weight;
    private @Nullable String route;
    private @Nullable String why;
    private @Nullable Reduced less;
    private final List<Strength> strength = new ArrayList<>();
    private final Map<String, String> details = new HashMap<>();

    private Bedside(int dose, String on) {
        this.dose = dose;
        this.on = on;
    }

    static Bedside dose(int dose, String on) {
        return new Bedside(dose, on);
    }

    Bedside at(String other) {
        time = other;
        return this;
    }

    Bedside kit(String name) {
        kit = name;
        return this;
    }

    Bedside lot(String name) {
        lot = name;
        return this;
    }

    Bedside filled(String number, String unit) {
        volume = new Volume(number, unit);
        return this;
    }

    Bedside amount(String number, String unit) {
        amount = new Measured(number, unit);
        return this;
    }

    Bedside pick(String number) {
        pick = number;
        return this;
    }

    Bedside weighing(String kg, String weighedOn) {
        weight = new Weight(kg, Ward.day(weighedOn));
        return this;
    }

    Bedside holding(String number, String unit, AmountRule.Per per) {
        strength.add(new Strength(number, unit, per));
        return this;
    }

    Bedside by(String name) {
        route = name;
        return this;
    }

    Bedside detail(String name, String value) {
        details.put(name, value);
        return this;
    }

    Bedside reduced(String to, String reason) {
        less = new Reduced(to, reason);
        return this;
    }

    Bedside because(String reason) {
        why = reason;
        return this;
    }

    Administer given() {
        var start = Instant.parse(on + "T" + time + ":00Z");
        var infusion = new Infusion(
                dose,
                kit,
                start,
                start.plus(Duration.ofMinutes(15)),
                volume,
                List.of(),
                why,
                new Details(amount, pick, weight, lot, strength, route, details, less));
        var known = new Circumstances(
                List.of(new Consent(true, Ward.day("2025-01-01"))),
                List.of(),
                new StudyStatus(List.of(new Change("RECRUITING", Ward.day("2025-01-01"), "open")), null),
                null);
        return new Administer(Ward.ANNA, infusion, known, Ward.TODAY);
    }
}
