package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.CaseCommand;
import io.equipoise.adverseevent.domain.CaseCommand.Describe;
import io.equipoise.adverseevent.domain.CaseCommand.Heard;
import io.equipoise.adverseevent.domain.CaseCommand.Narrate;
import io.equipoise.adverseevent.domain.CaseCommand.Open;
import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.icsr.PartnerReport;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes a case of a report that another sponsor or a partner sent (E2B(R3) in): its reactions become events of the subject. */
public final class PartnerReports {
    private final Reporting reporting;
    private final CommandHandler<SafetyCase, CaseCommand, SafetyFact> cases;
    private final ReportSources sources;
    private final Supplier<String> newIds;

    public PartnerReports(
            Reporting reporting,
            CommandHandler<SafetyCase, CaseCommand, SafetyFact> cases,
            ReportSources sources,
            Supplier<String> newIds) {
        this.reporting = reporting;
        this.cases = cases;
        this.sources = sources;
        this.newIds = newIds;
    }

    /** What the person who takes the report in says beside it. */
    public record Intake(SubjectId subject, List<String> authorities, Instant receivedAt, ZoneId office) {
        public Intake {
            authorities = List.copyOf(authorities);
        }
    }

    /** The events first, then the case; the same command again finds what it made the first time. */
    public Outcome<SafetyFact> take(PartnerReport report, Intake intake, Attribution by) {
        var events = new ArrayList<CaseEvent>();
        for (var account : report.accounts()) {
            var nth = by.withSuffix("reaction-" + (events.size() + 1));
            switch (reporting.report(intake.subject(), new Reporting.Said(account, null), nth)) {
                case Outcome.Recorded<SafetyFact>(var commit, var repeated) -> {
                    var fact = (AdverseEventFact) commit.facts().getFirst();
                    events.add(new CaseEvent(fact.event(), fact.version(), fact.account()));
                }
                case Outcome.Refused<SafetyFact> refused -> {
                    return refused;
                }
                case Outcome.Unchanged<SafetyFact> none -> throw new IllegalStateException("a report is always new");
            }
        }
        return open(report, intake, events, by);
    }

    private Outcome<SafetyFact> open(PartnerReport report, Intake intake, List<CaseEvent> events, Attribution by) {
        var caseId = newIds.get();
        var number =
                CaseBook.Numbers.worldwide(report.country(), sources.sender().identifier(), caseId);
        var information = report.information(intake.receivedAt(), intake.office());
        var outcome = cases.handle(
                SafetyCase.stream(caseId),
                new Open(
                        caseId,
                        intake.subject(),
                        number,
                        report.worldwideId(),
                        events,
                        intake.authorities(),
                        new Heard(information, report.what(), null),
                        by.recordedAt()),
                by);
        if (outcome instanceof Outcome.Recorded<SafetyFact>(var commit, var repeated)) {
            if (report.narrative() != null) {
                cases.handle(commit.stream(), new Narrate(report.narrative()), by.withSuffix("narrative"));
            }
            if (!report.patient().tellsNothing()) {
                cases.handle(commit.stream(), new Describe(report.patient(), null), by.withSuffix("patient"));
            }
        }
        return outcome;
    }
}
