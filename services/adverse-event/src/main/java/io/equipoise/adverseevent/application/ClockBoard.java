package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.clock.Clock.State;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All clocks of all cases: what is late, what is due next, what was met. */
public final class ClockBoard {
    private final CaseIndex index;
    private final CaseBook book;
    private final CaseClocks clocks;
    private final Clock clock;

    public ClockBoard(CaseIndex index, CaseBook book, CaseClocks clocks, Clock clock) {
        this.index = index;
        this.book = book;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** One clock of one case, as it stands now. */
    public record Entry(CaseIndex.Line about, CaseClocks.Explained explained, State state) {}

    /** Those of the sites that one may see; the least time left first, the finished ones by their day after them. */
    public List<Entry> entries(Predicate<String> sites) {
        return entries(index.all().stream().filter(line -> sites.test(line.site())));
    }

    /** Those of one case, in the same order. */
    public List<Entry> entries(String caseId) {
        return book.state(caseId)
                .opened()
                .map(opened -> entries(Stream.of(line(opened))))
                .orElse(List.of());
    }

    private static CaseIndex.Line line(CaseOpened opened) {
        var subject = opened.subject();
        return new CaseIndex.Line(
                opened.caseId(), subject.study(), subject.site(), subject.toString(), opened.safetyReportId(), "OPEN");
    }

    private List<Entry> entries(Stream<CaseIndex.Line> lines) {
        var now = clock.instant();
        return lines.flatMap(line -> clocks.of(book.state(line.caseId())).stream()
                        .map(each -> new Entry(line, each, each.clock().state(now))))
                .sorted(Comparator.comparing(
                                (Entry each) -> !each.explained().clock().open())
                        .thenComparing(each -> each.explained().clock().deadline())
                        .thenComparing(each ->
                                each.about().caseId() + each.explained().clock().id()))
                .toList();
    }

    public Instant now() {
        return clock.instant();
    }
}
