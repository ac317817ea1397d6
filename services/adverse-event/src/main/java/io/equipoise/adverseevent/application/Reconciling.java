package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.CaseCommand.Explain;
import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.CaseFact;
import io.equipoise.adverseevent.domain.CaseFact.CaseDifferenceExplained;
import io.equipoise.adverseevent.domain.CaseFact.CaseEventTaken;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.CaseField;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.casework.Difference;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the cases against the clinical record: what differs, who explained it, who mended it. */
public final class Reconciling {
    private final CaseBook book;
    private final Reporting events;

    public Reconciling(CaseBook book, Reporting events) {
        this.book = book;
        this.events = events;
    }

    /** What became of a difference. */
    public enum State {
        OPEN,
        EXPLAINED,
        MENDED
    }

    /**
     * A difference, and what became of it.
     *
     * @param recordVersion of the event's record that the case was compared with
     * @param by who explained or mended it; absent while it is open
     */
    public record Item(
            String caseId,
            String event,
            int recordVersion,
            Difference difference,
            State state,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String why) {}

    /** Open ones first, then what was explained, then what was mended, each in the order in which it came. */
    public List<Item> of(String caseId) {
        var items = new ArrayList<Item>();
        var state = book.state(caseId);
        var history = book.history(caseId);
        if (state.goesOn()) {
            for (var inCase : state.events()) {
                items.addAll(now(caseId, inCase, history));
            }
            items.sort((one, other) -> one.state().compareTo(other.state()));
        }
        items.addAll(mended(history));
        return items;
    }

    /** Say why a difference that is there now is as it should be. */
    public Outcome<SafetyFact> explain(String caseId, String event, CaseField field, String why, Attribution by) {
        var found = of(caseId).stream()
                .filter(item -> item.state() == State.OPEN
                        && item.event().equals(event)
                        && item.difference().field() == field)
                .findFirst();
        if (book.state(caseId).opened().isPresent()
                && found.isEmpty()
                && by(caseId, by).isEmpty()) {
            return new Outcome.Refused<>(Refusal.unknown(
                    "DIFFERENCE_UNKNOWN", "the case and the record do not differ there, or it is explained"));
        }
        var difference = found.map(Item::difference).orElse(new Difference(field, "", ""));
        return book.handle(
                caseId,
                new Explain(
                        event,
                        found.map(Item::recordVersion).orElse(0),
                        field,
                        difference.inCase(),
                        difference.inRecord(),
                        why),
                by);
    }

    /** The same command, told before. */
    private Optional<Commit<SafetyFact>> by(String caseId, Attribution by) {
        return book.history(caseId).stream()
                .filter(commit -> commit.by().commandId().equals(by.commandId()))
                .findFirst();
    }

    private List<Item> now(String caseId, CaseEvent inCase, List<Commit<SafetyFact>> history) {
        var latest = events.event(inCase.event()).latest();
        return latest.stream()
                .flatMap(record -> Difference.between(inCase, record.account()).stream()
                        .map(difference -> explained(caseId, inCase.event(), record.version(), difference, history)
                                .orElseGet(() -> new Item(
                                        caseId,
                                        inCase.event(),
                                        record.version(),
                                        difference,
                                        State.OPEN,
                                        null,
                                        null,
                                        null))))
                .toList();
    }

    private static Optional<Item> explained(
            String caseId, String event, int version, Difference difference, List<Commit<SafetyFact>> history) {
        for (var commit : history) {
            for (var fact : commit.facts()) {
                if (fact instanceof CaseDifferenceExplained said
                        && said.event().equals(event)
                        && said.field() == difference.field()
                        && said.inCase().equals(difference.inCase())
                        && said.inRecord().equals(difference.inRecord())) {
                    return Optional.of(new Item(
                            caseId,
                            event,
                            version,
                            difference,
                            State.EXPLAINED,
                            commit.by().actor(),
                            commit.by().recordedAt(),
                            said.explanation()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Item> mended(List<Commit<SafetyFact>> history) {
        var items = new ArrayList<Item>();
        Map<String, CaseEvent> before = new HashMap<>();
        for (var commit : history) {
            for (var fact : commit.facts()) {
                if (fact instanceof CaseFact about) {
                    items.addAll(mended(about, commit, before));
                }
            }
        }
        return items;
    }

    private static List<Item> mended(CaseFact fact, Commit<SafetyFact> commit, Map<String, CaseEvent> before) {
        if (fact instanceof CaseOpened opened) {
            opened.events().forEach(event -> before.put(event.event(), event));
        }
        if (!(fact instanceof CaseEventTaken(var caseId, var subject, var event, var reason))) {
            return List.of();
        }
        var was = before.put(event.event(), event);
        return was == null
                ? List.of()
                : Difference.between(was, event.account()).stream()
                        .map(each -> new Item(
                                caseId,
                                event.event(),
                                event.version(),
                                each,
                                State.MENDED,
                                commit.by().actor(),
                                commit.by().recordedAt(),
                                reason))
                        .toList();
    }
}
