package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.CaseFact;
import io.equipoise.adverseevent.domain.CaseFact.CaseAmended;
import io.equipoise.adverseevent.domain.CaseFact.CaseAuthoritiesChanged;
import io.equipoise.adverseevent.domain.CaseFact.CaseClockAtRisk;
import io.equipoise.adverseevent.domain.CaseFact.CaseDifferenceExplained;
import io.equipoise.adverseevent.domain.CaseFact.CaseDuplicateMerged;
import io.equipoise.adverseevent.domain.CaseFact.CaseEventTaken;
import io.equipoise.adverseevent.domain.CaseFact.CaseFileAttached;
import io.equipoise.adverseevent.domain.CaseFact.CaseInformationReceived;
import io.equipoise.adverseevent.domain.CaseFact.CaseMergedInto;
import io.equipoise.adverseevent.domain.CaseFact.CaseNarrated;
import io.equipoise.adverseevent.domain.CaseFact.CaseNullified;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.CaseFact.CasePatientDescribed;
import io.equipoise.adverseevent.domain.CaseFact.CaseSubmissionAcknowledged;
import io.equipoise.adverseevent.domain.CaseFact.CaseSubmitted;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Draws up the pages of cases and clocks. */
public final class CaseSheets {
    private final CaseIndex index;
    private final CaseBook book;
    private final ClockBoard board;
    private final Reconciling reconciling;
    private final Duplicates duplicates;

    public CaseSheets(
            CaseIndex index, CaseBook book, ClockBoard board, Reconciling reconciling, Duplicates duplicates) {
        this.index = index;
        this.book = book;
        this.board = board;
        this.reconciling = reconciling;
        this.duplicates = duplicates;
    }

    /** Empty where no such case was ever opened. */
    public Optional<CaseSheet> of(String caseId) {
        var state = book.state(caseId);
        return state.opened()
                .map(opened -> new CaseSheet(
                        state,
                        board.entries(caseId).stream().map(ClockCard::of).toList(),
                        reconciling.of(caseId),
                        duplicates.of(caseId),
                        steps(caseId)));
    }

    /** Cases of the sites that one may see, by id. */
    public List<CaseIndex.Line> cases(Predicate<String> sites) {
        return index.all().stream().filter(line -> sites.test(line.site())).toList();
    }

    /** What differs and nobody has explained. */
    public List<Reconciling.Item> open(Predicate<String> sites) {
        return cases(sites).stream()
                .flatMap(line -> reconciling.of(line.caseId()).stream())
                .filter(item -> item.state() == Reconciling.State.OPEN)
                .toList();
    }

    /** The clocks of the sites that one may see, the least time left first. */
    public List<ClockCard> clocks(Predicate<String> sites) {
        return board.entries(sites).stream().map(ClockCard::of).toList();
    }

    private List<StoryStep> steps(String caseId) {
        return book.history(caseId).stream()
                .flatMap(commit -> commit.facts().stream()
                        .filter(CaseFact.class::isInstance)
                        .map(fact -> StoryStep.of(commit.by(), what((CaseFact) fact), null)))
                .toList();
    }

    private static String what(CaseFact fact) {
        return switch (fact) {
            case CaseOpened opened -> "Opened as " + opened.safetyReportId();
            case CaseInformationReceived heard -> "Information " + heard.number() + ": " + heard.what();
            case CaseEventTaken taken ->
                "Taken into the case: " + taken.event().event() + ", version "
                        + taken.event().version() + ": " + taken.reason();
            case CaseNarrated narrated -> "Narrative, version " + narrated.version();
            case CasePatientDescribed described ->
                "What is known of the person" + (described.reason() == null ? "" : ": " + described.reason());
            case CaseFileAttached file -> "File attached: " + file.name() + ", " + file.size() + " bytes";
            case CaseAmended amended -> "Amended: " + amended.reason();
            case CaseNullified nullified -> "Nullified: " + nullified.reason();
            case CaseDuplicateMerged merged -> "Took in " + merged.duplicate() + ": " + merged.reason();
            case CaseMergedInto merged -> "Merged into " + merged.into() + ": " + merged.reason();
            case CaseAuthoritiesChanged changed ->
                "Reported to " + String.join(", ", changed.authorities()) + ": " + changed.reason();
            case CaseSubmitted sent ->
                "Report " + sent.submission().number() + " to "
                        + sent.submission().authority() + ": "
                        + sent.submission().reference();
            case CaseSubmissionAcknowledged answer ->
                "Report " + answer.submission() + " answered: " + answer.receipt() + ", " + answer.reference();
            case CaseClockAtRisk risk -> "Clock at risk: " + risk.clock() + ", due " + risk.due();
            case CaseDifferenceExplained said ->
                "Difference in " + said.field() + " of " + said.event() + " explained: " + said.explanation();
        };
    }
}
