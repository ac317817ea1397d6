package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.Wards.ADMITTED;
import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.REACTION;

import io.equipoise.adverseevent.domain.CaseCommand.Heard;
import io.equipoise.adverseevent.domain.CaseFact.CaseInformationReceived;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Anna's case, for specifications. */
public final class CaseFiles {
    public static final String CASE = "SC-4KD9W2XM";
    public static final String NUMBER = "DE-EQUIPOISE-SC-4KD9W2XM";
    public static final String EU = "EU-CTR";
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final Instant RECEIVED = Instant.parse("2025-03-11T15:40:00Z");
    public static final Instant ASKED = Instant.parse("2025-06-01T08:00:00Z");
    public static final CaseEvent AS_ADMITTED = new CaseEvent(REACTION, 1, ADMITTED);
    public static final Information FIRST = information(RECEIVED, false);
    public static final CaseOpened OPENED =
            new CaseOpened(CASE, ANNA, NUMBER, NUMBER, List.of(AS_ADMITTED), List.of(EU));
    public static final CaseInformationReceived INITIAL =
            new CaseInformationReceived(CASE, ANNA, 1, FIRST, "the site's report", "ward physician");

    private CaseFiles() {}

    /** A physician in Germany told the office in Berlin everything that a report needs. */
    public static Information information(Instant receivedAt, boolean significant) {
        return new Information(
                receivedAt,
                null,
                BERLIN,
                significant,
                false,
                List.of(MinimumCriterion.values()),
                ReporterKind.PHYSICIAN,
                "DE");
    }

    public static Heard heard(Information information) {
        return new Heard(information, "the site's report", "ward physician");
    }

    /** More was heard of it. */
    public static CaseInformationReceived followUp(int number, Instant receivedAt, boolean significant) {
        return new CaseInformationReceived(
                CASE, ANNA, number, information(receivedAt, significant), "the laboratory's result", null);
    }

    public static Submission sent(int number, Submission.Kind kind, String sentAt, int covers, boolean complete) {
        return new Submission(number, EU, kind, Instant.parse(sentAt), covers, complete, "batch-" + number);
    }
}
