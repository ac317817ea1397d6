package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.CaseCommand.CallRisk;
import io.equipoise.adverseevent.domain.clock.Clock.State;

/** Writes down every clock that comes near its end, once a clock and due day: an alert can follow from that. */
public final class ClockWatch {
    private final ClockBoard board;
    private final CaseBook book;

    public ClockWatch(ClockBoard board, CaseBook book) {
        this.board = board;
        this.book = book;
    }

    public void sweep() {
        board.entries(site -> true).stream()
                .filter(each -> each.state() == State.AT_RISK || each.state() == State.LATE)
                .forEach(this::call);
    }

    private void call(ClockBoard.Entry entry) {
        var clock = entry.explained().clock();
        var id = "clock-watch/" + entry.about().caseId() + "/" + clock.id() + "/" + clock.due();
        book.handle(
                entry.about().caseId(),
                new CallRisk(clock.id(), clock.authority(), clock.due(), clock.atRiskAt()),
                Ourselves.following(id, id, null, board.now()).withHappenedAt(clock.atRiskAt()));
    }
}
