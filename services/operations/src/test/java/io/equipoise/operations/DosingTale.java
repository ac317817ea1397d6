package io.equipoise.operations;

import static io.equipoise.operations.Teller.BERLIN;
import static io.equipoise.operations.Teller.subject;
import static io.equipoise.operations.Teller.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Four infusions a person, twelve weeks apart: one held and given late, one held still, one missed. */
record DosingTale(Teller teller, LocalDate today) {
    private static final int WEEKS_BETWEEN = 12;
    private static final int DOSES = 4;

    void calendar(int number, LocalDate day0) {
        var entries = new ArrayList<Map<String, Object>>();
        entries.add(entry("BASELINE", "Baseline MRI", day0, -28, 0));
        for (int dose = 1; dose <= DOSES; dose++) {
            var entry = entry("DOSE_" + dose, "Infusion " + dose, day0.plusWeeks((dose - 1L) * WEEKS_BETWEEN), -7, 7);
            entry.put("kind", "DOSE");
            entry.put("dose", dose);
            entries.add(entry);
        }
        entries.add(entry("WEEK_24", "Week 24 MRI", day0.plusDays(168), -14, 14));
        entries.add(entry("WEEK_48", "Week 48 MRI", day0.plusDays(336), -14, 14));
        teller.tell(
                "dosing",
                "dosing-schedule",
                "calendar/" + subject(number),
                "CalendarPlanned.v1",
                with(number, "day0", day0, "because", "randomized on " + day0, "entries", entries));
    }

    private static Map<String, Object> entry(String entry, String title, LocalDate planned, int before, int after) {
        var told = new LinkedHashMap<String, Object>();
        told.put("entry", entry);
        told.put("title", title);
        told.put("kind", "SCAN");
        told.put("day", 0);
        told.put("planned", planned.toString());
        told.put("earliest", planned.plusDays(before).toString());
        told.put("latest", planned.plusDays(after).toString());
        told.put("state", "PLANNED");
        return told;
    }

    void doses(int number, LocalDate day0) {
        for (int dose = 1; dose <= DOSES; dose++) {
            var on = day0.plusWeeks((dose - 1L) * WEEKS_BETWEEN);
            if (number == 4 && dose == 2) {
                dosing(number, "DoseHeld.v1", "dose", dose, "heldOn", on, "reason", "grade 3 adverse event");
                dosing(
                        number,
                        "DoseReleased.v1",
                        "dose",
                        dose,
                        "releasedOn",
                        on.plusDays(4),
                        "reason",
                        "resolved to grade 1");
                on = on.plusDays(10);
            }
            if (on.isAfter(today) || (number == 9 && dose > 3) || (number == 20 && dose > 2)) {
                return;
            }
            if (number == 16 && dose == 3) {
                dosing(number, "DoseHeld.v1", "dose", dose, "heldOn", on, "reason", "raised liver enzymes");
                return;
            }
            if (number == 6 && dose == 3) {
                dosing(number, "DoseMissed.v1", "dose", dose, "missedOn", on.plusDays(8), "reason", "did not attend");
            } else {
                given(
                        number,
                        dose,
                        on,
                        on.isAfter(day0.plusWeeks((dose - 1L) * WEEKS_BETWEEN).plusDays(7)));
            }
        }
    }

    private void given(int number, int dose, LocalDate on, boolean late) {
        var started = on.atTime(10, 0).atZone(BERLIN).toInstant();
        dosing(
                number,
                "DoseAdministered.v1",
                "dose",
                dose,
                "kit",
                "K-48%02d%02d".formatted(number, dose),
                "packagingLot",
                "P-0001",
                "startedAt",
                started,
                "stoppedAt",
                started.plusSeconds(2700),
                "volume",
                Map.of("number", "100", "unit", "mL"),
                "interruptions",
                List.of(),
                "deviations",
                late ? List.of("OUT_OF_WINDOW") : List.of());
    }

    private void dosing(int number, String type, Object... fields) {
        teller.tell("dosing", "dosing-schedule", "calendar/" + subject(number), type, with(number, fields));
    }
}
