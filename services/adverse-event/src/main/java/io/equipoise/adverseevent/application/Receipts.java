package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.CaseCommand;
import io.equipoise.adverseevent.domain.CaseCommand.Acknowledge;
import io.equipoise.adverseevent.domain.Receipt;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Submission;
import io.equipoise.adverseevent.domain.icsr.E2bTime;
import io.equipoise.adverseevent.domain.icsr.Icsr;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes a receiver's answer to a batch (E2B(R3), acknowledgement) apart and records each part with the case that it is
 * about. What the receiver objects to is kept as the reason of the record.
 */
public final class Receipts {
    private static final String MESSAGE = "ACK.B.r";
    private static final int LONGEST_REASON = 2_000;
    private final CommandHandler<SafetyCase, CaseCommand, SafetyFact> cases;
    private final CaseIndex index;

    public Receipts(CommandHandler<SafetyCase, CaseCommand, SafetyFact> cases, CaseIndex index) {
        this.cases = cases;
        this.index = index;
    }

    /** What became of the answer to one message: recorded with a case's submission, or why not. */
    public record Taken(
            String message, Optional<String> caseId, Optional<Receipt> receipt, Outcome<SafetyFact> outcome) {}

    public List<Taken> take(Icsr answer, Attribution by) {
        var taken = new ArrayList<Taken>();
        for (int r : answer.repeats(MESSAGE, List.of())) {
            taken.add(one(answer, r, by.withSuffix("answer-" + r)));
        }
        return taken;
    }

    private Taken one(Icsr answer, int r, Attribution by) {
        var message = answer.text(MESSAGE + ".1", r).orElse("");
        var caseId = find(message);
        var receipt = receipt(answer.text(MESSAGE + ".6", r).orElse(""));
        var at = answer.text("ACK.M.4").flatMap(E2bTime::parse).map(Receipts::instant);
        if (caseId.isEmpty() || receipt.isEmpty() || at.isEmpty()) {
            return new Taken(message, caseId, receipt, new Outcome.Refused<>(unmatched()));
        }
        var state = cases.state(SafetyCase.stream(caseId.get()));
        var batch = answer.text("ACK.A.1").orElse("");
        var sent = submission(state, batch);
        if (sent.isEmpty()) {
            return new Taken(message, caseId, receipt, new Outcome.Refused<>(unmatched()));
        }
        var said = answer.text(MESSAGE + ".7", r).orElse("").strip();
        var why = said.isEmpty() ? by : by.withReason(said.substring(0, Math.min(LONGEST_REASON, said.length())));
        var reference = answer.text(MESSAGE + ".2", r).orElse(batch);
        var command = new Acknowledge(sent.get().number(), receipt.get(), at.get(), reference, by.recordedAt());
        return new Taken(message, caseId, receipt, cases.handle(SafetyCase.stream(caseId.get()), command, why));
    }

    /** FDA names the message and the report in one field, with a blank between. */
    private Optional<String> find(String message) {
        return Stream.concat(Stream.of(message), Stream.of(message.split(" ")))
                .flatMap(word -> index.caseOf(word).stream())
                .findFirst();
    }

    private static Optional<Submission> submission(SafetyCase state, String batch) {
        return state.submissions().stream()
                .filter(sent -> sent.reference().equals(batch))
                .reduce((earlier, later) -> later);
    }

    private static Optional<Receipt> receipt(String code) {
        return switch (code) {
            case "CA" -> Optional.of(Receipt.ACCEPTED);
            case "CE" -> Optional.of(Receipt.ACCEPTED_WITH_ERRORS);
            case "CR" -> Optional.of(Receipt.REJECTED);
            default -> Optional.empty();
        };
    }

    private static Instant instant(E2bTime time) {
        return time.earliest().toInstant(time.offset() == null ? ZoneOffset.UTC : time.offset());
    }

    private static Refusal unmatched() {
        return Refusal.invalid(
                "ACKNOWLEDGEMENT_UNMATCHED",
                "the answer names no report that went out from here: its message number is a case's number, its batch"
                        + " number the reference of a submission",
                "ACK.B.r.1",
                "ACK.A.1");
    }
}
