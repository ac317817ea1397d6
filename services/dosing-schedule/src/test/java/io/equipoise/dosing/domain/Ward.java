package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Calendar.DECIDER;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.domain.CalendarCommand.Administer;
import io.equipoise.dosing.domain.CalendarCommand.Plan;
import io.equipoise.dosing.domain.Circumstances.Consent;
import io.equipoise.dosing.domain.Circumstances.Kit;
import io.equipoise.dosing.domain.Infusion.Details;
import io.equipoise.dosing.domain.Infusion.Interruption;
import io.equipoise.dosing.domain.Protocol.CourseRule;
import io.equipoise.dosing.domain.Schedule.FirstDose;
import io.equipoise.dosing.domain.Schedule.ScanPoint;
import io.equipoise.dosing.domain.Schedule.Window;
import io.equipoise.dosing.domain.StudyStatus.Change;
import io.equipoise.dosing.domain.quantity.AmountRule;
import io.equipoise.platform.Decision.Accepted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The day ward in Berlin: two invented people, the study's schedule, and what is known about them. */
public interface Ward {
    SubjectId ANNA = new SubjectId("NCT07146087", "01", 1);
    SubjectId BORIS = new SubjectId("NCT07146087", "01", 2);
    ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    Instant TODAY = Instant.parse("2026-11-22T12:00:00Z");

    Volume FULL = new Volume("100", "mL");
    Protocol EVERY_12_WEEKS = new Flat(
                    4,
                    Period.parse("P12W"),
                    new FirstDose("RANDOMIZATION", 0),
                    Period.parse("P70D"),
                    new Window(Period.ofDays(7), Period.ofDays(7)),
                    FULL,
                    List.of(
                            new ScanPoint("BASELINE", "Baseline MRI", 0, Period.ofDays(28), Period.ZERO),
                            new ScanPoint("WEEK_24", "Week 24 MRI", 168, Period.ofDays(14), Period.ofDays(14)),
                            new ScanPoint("WEEK_48", "Week 48 MRI", 336, Period.ofDays(14), Period.ofDays(14))))
            .protocol();

    Plan PLAN_FROM_11_MARCH = plan(day("2025-03-11"), BERLIN, 2, EVERY_12_WEEKS);

    /** Anna was randomized on 11 March 2025: infusions are planned for 11 March, 3 June, 26 August, 18 November. */
    List<CalendarEvent> ANNAS_CALENDAR = after(List.of(), PLAN_FROM_11_MARCH);

    List<CalendarEvent> ANNA_HAD_ONE = after(ANNAS_CALENDAR, infusion(1, "2025-03-11"));

    /** One course of infusions from kits, the only thing that the first language could say; null is left open. */
    record Flat(
            @Nullable Integer administrations,
            @Nullable Period interval,
            @Nullable FirstDose firstDose,
            @Nullable Period minimumGap,
            @Nullable Window window,
            @Nullable Volume volume,
            List<ScanPoint> scans) {
        public Protocol protocol() {
            var rhythm = interval == null || administrations == null
                    ? administrations != null && administrations == 1 ? new Rhythm.Once() : null
                    : new Rhythm.Every(interval, administrations, null);
            var course = new CourseRule(
                    "INFUSION",
                    "Infusion",
                    null,
                    null,
                    null,
                    List.of(Route.INTRAVENOUS),
                    AmountRule.of(AmountRule.Per.DOSE, "1.0e10", "particles"),
                    volume,
                    null,
                    rhythm,
                    minimumGap,
                    window,
                    null,
                    List.of());
            var none = administrations != null && administrations == 0;
            return new Protocol(
                    true, firstDose, null, null, none ? List.of() : List.of(course), List.of(), scans, List.of());
        }
    }

    static Plan plan(LocalDate randomizedOn, ZoneId zone, int version, Protocol protocol) {
        return new Plan(Protocol.RANDOMIZATION, randomizedOn, zone, version, protocol, null, true);
    }

    /** An infusion about which nothing more is said. */
    record Infused(
            int dose,
            String kit,
            Instant startedAt,
            Instant stoppedAt,
            Volume volume,
            List<Interruption> interruptions,
            @Nullable String acceptDeviation) {
        public Infusion told() {
            return new Infusion(dose, kit, startedAt, stoppedAt, volume, interruptions, acceptDeviation, Details.NONE);
        }
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** History and what the command adds to it; a refusal here is a mistake in the test. */
    static List<CalendarEvent> after(List<CalendarEvent> history, CalendarCommand command) {
        var decision = DECIDER.decide().apply(DECIDER.replay(history), command);
        if (!(decision instanceof Accepted<CalendarEvent>(var facts))) {
            throw new AssertionError(decision);
        }
        var all = new ArrayList<>(history);
        all.addAll(facts);
        return List.copyOf(all);
    }

    static List<Consent> consented() {
        return List.of(new Consent(true, day("2025-03-03")));
    }

    static StudyStatus recruiting() {
        return new StudyStatus(List.of(new Change("RECRUITING", day("2025-02-03"), "all approvals in place")), null);
    }

    /** The calendar's lines after a history and one command more. */
    static List<Entry> lines(List<CalendarEvent> history, CalendarCommand command) {
        return DECIDER.replay(after(history, command)).entries();
    }

    static Kit kit(int dose, String on) {
        return new Kit("K-" + dose, ANNA.toString(), dose, "P-0001", Instant.parse(on + "T08:30:00Z"), null);
    }

    static Circumstances well(int dose, String on) {
        return new Circumstances(consented(), List.of(), recruiting(), kit(dose, on));
    }

    static Infusion given(int dose, String on) {
        return new Infused(
                        dose,
                        "K-" + dose,
                        Instant.parse(on + "T09:00:00Z"),
                        Instant.parse(on + "T09:45:00Z"),
                        FULL,
                        List.of(),
                        null)
                .told();
    }

    /** Anna's infusion of that dose on that day, with everything in order. */
    static Administer infusion(int dose, String on) {
        return new Administer(ANNA, given(dose, on), well(dose, on), TODAY);
    }

    /** A dose from a lot, where nothing comes in kits. */
    static Administer fromLot(int dose, String on, String lot) {
        return Bedside.dose(dose, on).lot(lot).given();
    }

    static Administer infusion(Infusion infusion) {
        var on = infusion.startedAt().toString().substring(0, 10);
        return new Administer(ANNA, infusion, well(infusion.dose(), on), TODAY);
    }

    static Administer infusion(int dose, String on, Circumstances circumstances) {
        return new Administer(ANNA, given(dose, on), circumstances, TODAY);
    }

    static Administer deviating(int dose, String on, String why) {
        var plain = given(dose, on);
        return infusion(new Infused(
                        dose,
                        plain.kit(),
                        plain.startedAt(),
                        plain.stoppedAt(),
                        plain.volume(),
                        plain.interruptions(),
                        why)
                .told());
    }
}
