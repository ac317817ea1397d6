package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.AdverseEventCommand.Report;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventReported;
import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Anna's infusion and what happened after it. */
public interface Wards {
    SubjectId ANNA = new SubjectId("NCT07146087", "01", 1);
    SubjectId BORIS = new SubjectId("NCT07146087", "02", 7);
    ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    String REACTION = "AE-7Q2M9K4T";
    Instant INFUSION = Instant.parse("2025-03-11T09:00:00Z");
    Instant TOLD = Instant.parse("2025-03-11T11:00:00Z");
    GivenDose FIRST = new GivenDose(1, "K-483920", "P-0001", INFUSION);
    Known KNOWN = new Known(true, TOLD, VIENNA, List.of(FIRST));
    DoseLink AN_HOUR_IN = new DoseLink(1, "K-483920", "P-0001", 65L);

    Account MILD = account(2, List.of(), EventOutcome.RECOVERED);
    Account ADMITTED = account(3, List.of(Criterion.HOSPITALIZATION), EventOutcome.RECOVERING);

    AdverseEventReported MILD_REPORTED = new AdverseEventReported(REACTION, ANNA, MILD, AN_HOUR_IN, "felt warm");
    AdverseEventReported ADMITTED_REPORTED = new AdverseEventReported(REACTION, ANNA, ADMITTED, AN_HOUR_IN, null);

    static Account account(int grade, List<Criterion> criteria, EventOutcome outcome) {
        return new Account(
                "Infusion related reaction",
                grade,
                criteria,
                Moment.parse("2025-03-11T10:05:00Z").orElseThrow(),
                null,
                Relation.POSSIBLE,
                1,
                outcome);
    }

    static Account lasting(String onset, String end) {
        return new Account(
                "Headache",
                1,
                List.of(),
                Moment.parse(onset).orElseThrow(),
                end.isEmpty() ? null : Moment.parse(end).orElseThrow(),
                Relation.UNLIKELY,
                null,
                EventOutcome.RECOVERED);
    }

    static Report report(Account account) {
        return new Report(REACTION, ANNA, account, null, KNOWN);
    }
}
