package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.casework.Likeness;
import io.equipoise.adverseevent.domain.casework.Told;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/** Looks for cases that tell the same. */
public final class Duplicates {
    private final CaseBook book;
    private final CaseIndex index;
    private final House house;

    public Duplicates(CaseBook book, CaseIndex index, House house) {
        this.book = book;
        this.index = index;
        this.house = house;
    }

    /** Another case of the same person, and how much it looks like this one. */
    public record Candidate(CaseIndex.Line line, Likeness likeness) {}

    /** The likest first; none that is merged or nullified. */
    public List<Candidate> of(String caseId) {
        var mine = book.state(caseId);
        var opened = mine.opened();
        if (opened.isEmpty()) {
            return List.of();
        }
        ZoneId zone = house.zone(opened.get().subject()).orElse(ZoneOffset.UTC);
        return index.ofSubject(opened.get().subject().toString()).stream()
                .filter(line -> !line.caseId().equals(caseId) && line.state().equals("OPEN"))
                .map(line -> new Candidate(line, Likeness.of(told(mine), told(book.state(line.caseId())), zone)))
                .sorted(Comparator.comparingInt(
                                (Candidate each) -> -each.likeness().points())
                        .thenComparing(each -> each.line().caseId()))
                .toList();
    }

    private static Told told(SafetyCase one) {
        return new Told(
                one.opened().orElseThrow().subject(),
                one.events().stream().map(CaseEvent::account).toList(),
                one.information().stream()
                        .map(each -> each.information().reporter())
                        .distinct()
                        .toList());
    }
}
