package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.adverseevent.domain.CaseCommand.Acknowledge;
import io.equipoise.adverseevent.domain.CaseCommand.Submit;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.CaseFact.CaseSubmissionAcknowledged;
import io.equipoise.adverseevent.domain.CaseFact.CaseSubmitted;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.Optional;
import java.util.stream.Stream;

/** What went out of a case, and what came back. What a receiver refused counts as not sent. */
record CaseReports(SafetyCase state, CaseOpened opened) {

    Decision<SafetyFact> submit(Submit submit) {
        return broken(submit)
                .<Decision<SafetyFact>>map(Decision::refuse)
                .orElseGet(() -> kind(submit)
                        .<Decision<SafetyFact>>map(kind -> accept(sent(submit, kind)))
                        .orElseGet(() -> refuse(Refusal.conflict(
                                "NOTHING_NEW_TO_REPORT",
                                "the authority has been sent all this: record new information"
                                        + " or an amendment first"))));
    }

    private CaseSubmitted sent(Submit submit, Submission.Kind kind) {
        return new CaseSubmitted(
                opened.caseId(),
                opened.subject(),
                new Submission(
                        state.submissions().size() + 1,
                        submit.authority(),
                        kind,
                        submit.sentAt(),
                        submit.covers(),
                        submit.complete(),
                        submit.reference()));
    }

    private Optional<Refusal> broken(Submit submit) {
        if (!state.authorities().contains(submit.authority())) {
            return Optional.of(Refusal.conflict(
                    "AUTHORITY_NOT_ADDRESSED", "the case is not addressed to that authority", "/authority"));
        }
        if (submit.covers() < 1 || submit.covers() > state.information().size()) {
            return Optional.of(Refusal.invalid(
                    "INFORMATION_UNKNOWN",
                    "covers is the number of a received information, 1 to "
                            + state.information().size(),
                    "/covers"));
        }
        var first = state.information().getFirst().information().receivedAt();
        return CaseRule.first(Stream.of(
                CaseRule.past(submit.sentAt(), submit.askedAt(), "/sentAt"),
                submit.sentAt().isBefore(first)
                        ? Refusal.invalid(
                                "REPORT_BEFORE_INFORMATION",
                                "no report goes out before the first information has come in",
                                "/sentAt")
                        : null,
                CaseRule.isOneLine(submit.reference(), SafetyCase.LONGEST_ID)
                        ? null
                        : Refusal.invalid("REFERENCE_INVALID", "the reference has 1 to 100 characters", "/reference")));
    }

    private Optional<Submission.Kind> kind(Submit submit) {
        var before = state.submissionsTo(submit.authority()).stream()
                .filter(sent -> !state.rejected(sent))
                .toList();
        if (!state.goesOn()) {
            return before.isEmpty() || before.getLast().kind() == Submission.Kind.NULLIFICATION
                    ? Optional.empty()
                    : Optional.of(Submission.Kind.NULLIFICATION);
        }
        if (before.isEmpty()) {
            return Optional.of(Submission.Kind.INITIAL);
        }
        var last = before.getLast();
        if (submit.covers() > last.covers() || (submit.complete() && !last.complete())) {
            return Optional.of(Submission.Kind.FOLLOW_UP);
        }
        return state.amendments().stream().anyMatch(amended -> amended.at().isAfter(last.sentAt()))
                ? Optional.of(Submission.Kind.AMENDMENT)
                : Optional.empty();
    }

    Decision<SafetyFact> acknowledge(Acknowledge answer) {
        var sent = state.submissions().stream()
                .filter(each -> each.number() == answer.submission())
                .findFirst();
        if (sent.isEmpty()) {
            return refuse(Refusal.unknown("SUBMISSION_UNKNOWN", "no such submission of this case is on record"));
        }
        if (state.answer(answer.submission()).isPresent()) {
            return refuse(Refusal.conflict(
                    "SUBMISSION_ALREADY_ANSWERED", "the receiver's answer to this submission is on record"));
        }
        var no = CaseRule.first(Stream.of(
                CaseRule.past(answer.at(), answer.askedAt(), "/at"),
                answer.at().isBefore(sent.get().sentAt())
                        ? Refusal.invalid("ANSWERED_BEFORE_SENT", "the answer comes after the report", "/at")
                        : null,
                CaseRule.isOneLine(answer.reference(), SafetyCase.LONGEST_ID)
                        ? null
                        : Refusal.invalid("REFERENCE_INVALID", "the reference has 1 to 100 characters", "/reference")));
        return no.isPresent()
                ? refuse(no.get())
                : accept(new CaseSubmissionAcknowledged(
                        opened.caseId(),
                        opened.subject(),
                        answer.submission(),
                        answer.receipt(),
                        answer.at(),
                        answer.reference()));
    }
}
