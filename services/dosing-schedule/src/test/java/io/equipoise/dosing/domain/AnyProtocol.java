package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.Protocol.CrossoverPeriod;
import io.equipoise.dosing.domain.Rhythm.Cycles;
import io.equipoise.dosing.domain.Rhythm.Daily;
import io.equipoise.dosing.domain.Rhythm.Days;
import io.equipoise.dosing.domain.Rhythm.Every;
import io.equipoise.dosing.domain.Rhythm.Once;
import io.equipoise.dosing.domain.Rhythm.Span;
import io.equipoise.dosing.domain.Rhythm.Weekly;
import io.equipoise.dosing.domain.Schedule.FirstDose;
import io.equipoise.dosing.domain.Trial.Part;
import java.time.DayOfWeek;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Protocols of every rhythm, put together by chance. */
final class AnyProtocol {
    private final Random chance;
    private Protocol last = Trial.of().protocol();

    AnyProtocol(Random chance) {
        this.chance = chance;
    }

    Protocol any() {
        var parts = new ArrayList<Part>();
        int courses = 1 + chance.nextInt(3);
        boolean crossover = chance.nextInt(4) == 0;
        for (int i = 1; i <= courses; i++) {
            var part = Trial.course("C" + i, rhythm());
            part = chance.nextBoolean() ? part.gap("P" + (1 + chance.nextInt(6)) + "D") : part;
            part = chance.nextBoolean() ? part.window("P1D", "P" + (1 + chance.nextInt(4)) + "D") : part;
            parts.add(crossover ? part.period("P" + i) : part);
        }
        return trial(parts);
    }

    /** The protocol of now with all windows wider, so that everything given keeps its number. */
    Protocol wider() {
        var parts = new ArrayList<Part>();
        for (var rule : last.courses()) {
            parts.add(Trial.like(rule).window("P3D", "P" + (2 + chance.nextInt(9)) + "D"));
        }
        return trial(parts);
    }

    private Protocol trial(List<Part> parts) {
        var trial = Trial.of(parts.toArray(Part[]::new))
                .open()
                .origin(1)
                .around(List.of(
                        new CrossoverPeriod("P1", Period.ZERO, Period.ofWeeks(6)),
                        new CrossoverPeriod("P2", Period.ofWeeks(6), Period.ofWeeks(12)),
                        new CrossoverPeriod("P3", Period.ofWeeks(12), Period.ofWeeks(18))))
                .anchor(new FirstDose(Protocol.ENROLMENT, chance.nextInt(2)));
        last = trial.protocol();
        return last;
    }

    private Rhythm rhythm() {
        return switch (chance.nextInt(7)) {
            case 0 -> new Once();
            case 1 -> new Every(Period.ofDays(1 + chance.nextInt(20)), 1 + chance.nextInt(6), null);
            case 2 -> new Every(Period.ofMonths(1), 1 + chance.nextInt(4), null);
            case 3 -> new Daily(1 + chance.nextInt(3), 1 + chance.nextInt(5), List.of());
            case 4 -> new Weekly(2, 1 + chance.nextInt(4), List.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY));
            case 5 -> new Cycles(List.of(1, 4, 10), Period.ofDays(14), 1 + chance.nextInt(3));
            default -> chance.nextInt(5) > 0 ? new Days(List.of(1, 8, 29)) : new Span(Period.ofWeeks(2));
        };
    }
}
