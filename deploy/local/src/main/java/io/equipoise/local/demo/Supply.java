package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Pharmacy;
import io.equipoise.local.client.Pharmacy.Shipment;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is shipped to the demonstration's site and handed out there. */
record Supply(Trial trial) {
    private static final int OF_EACH_KIND = 48;

    private Pharmacy pharmacy() {
        return new Pharmacy(trial.doors(), trial.study());
    }

    void receive() {
        var chance = trial.casting().chance("kits");
        var types = new ArrayList<String>();
        trial.casting()
                .ordered(List.of("EXOSOMES", "SALINE"))
                .forEach(kind -> types.addAll(Collections.nCopies(OF_EACH_KIND, kind)));
        Collections.shuffle(types, chance);
        var shipment =
                new Shipment("01", "L-2025-01", "P-0001", types, trial.today().plusYears(1));
        trial.report().accepted("kits received", pharmacy().receive(shipment, chance));
    }

    /** The kit for a dose. */
    Answer dispense(String subject, int dose, LocalDate on) {
        return pharmacy().dispense(subject, dose, on.atTime(LocalTime.of(7, 30)).toInstant(ZoneOffset.UTC));
    }
}
