package io.equipoise.adverseevent.adapter.page;

import io.equipoise.adverseevent.application.SiteTime;
import io.equipoise.adverseevent.domain.Lifter;
import io.equipoise.adverseevent.domain.Signature;
import io.equipoise.adverseevent.domain.Stopping;
import io.equipoise.adverseevent.domain.Stopping.Hold;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a study stands by its stopping rules, as the closed page of the board shows it. Times are UTC. */
record BoardView(
        String study,
        boolean configured,
        boolean held,
        List<BoardRule> rules,
        List<HoldCard> open,
        List<HoldCard> holds) {

    /**
     * A hold and the decision that ended it.
     *
     * @param mine who looks may lift it
     */
    record HoldCard(
            String hold,
            String rule,
            SiteTime placed,
            String liftedBy,
            boolean mine,
            String door,
            @Nullable LiftCard lifted) {
        boolean isOpen() {
            return lifted == null;
        }
    }

    /** The signature, with printed name, time and meaning. */
    record LiftCard(String name, String account, String role, String meaning, SiteTime at, String reason) {}

    static BoardView of(String study, Stopping stopping, BoardRule.Charts charts) {
        var holds = holds(stopping, Lifter.DATA_SAFETY_BOARD);
        return new BoardView(
                study,
                stopping.follows(),
                stopping.held(),
                stopping.rules().values().stream()
                        .map(rule ->
                                BoardRule.of(rule, stopping.tally(rule.set().rule()), charts))
                        .toList(),
                holds.stream().filter(HoldCard::isOpen).toList(),
                holds);
    }

    /** The newest first, as one of those sees them who may lift holds. */
    static List<HoldCard> holds(Stopping stopping, Lifter reader) {
        return stopping.holds().reversed().stream()
                .map(hold -> card(hold, reader))
                .toList();
    }

    private static HoldCard card(Hold hold, Lifter reader) {
        var placed = hold.placed();
        var lifted = hold.lifted();
        return new HoldCard(
                placed.hold(),
                placed.rule(),
                SiteTime.of(placed.placedAt(), null),
                placed.liftedBy().stream().map(BoardView::words).collect(Collectors.joining(" or ")),
                placed.liftedBy().contains(reader),
                "/api/safety/stopping/%s/lifts".formatted(placed.study()),
                lifted == null ? null : card(lifted.signature(), lifted.reason()));
    }

    private static LiftCard card(Signature signed, String reason) {
        return new LiftCard(
                signed.name(),
                signed.account(),
                words(signed.role()),
                signed.meaning(),
                SiteTime.of(signed.at(), null),
                reason);
    }

    static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
