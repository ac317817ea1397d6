package io.equipoise.adverseevent.adapter.page;

import io.equipoise.adverseevent.adapter.page.InboxParts.Reader;
import io.equipoise.adverseevent.application.AlertBoard;
import io.equipoise.adverseevent.application.AlertBoard.Board;
import io.equipoise.adverseevent.application.AlertCard;
import io.equipoise.adverseevent.application.Unblindings;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Part;
import io.equipoise.pages.Parts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** The parts of the inbox, and of the page of one alert. */
final class InboxParts implements LiveFeed.Picture<Reader> {
    private static final String FOLDER = "safety";

    private final AlertBoard board;
    private final Parts parts;
    private final LongSupplier changes;
    private final Unblindings unblindings;

    InboxParts(AlertBoard board, Unblindings unblindings, Parts parts, LongSupplier changes) {
        this.board = board;
        this.unblindings = unblindings;
        this.parts = parts;
        this.changes = changes;
    }

    /** Who looks from which sites, at one alert, or (none is named) at those after the newest so many. */
    record Reader(String alert, int after, Set<String> sites) {
        Reader {
            sites = Set.copyOf(sites);
        }

        boolean sees(AlertCard card) {
            return sites.contains("*") || sites.contains(card.site());
        }
    }

    List<Part> inbox(Set<String> sites, int after) {
        return of(board.board(sites, after));
    }

    List<Part> of(Board all) {
        var model = Map.<String, Object>of("board", all);
        return List.of(parts.draw(FOLDER, "waiting", "", model), parts.draw(FOLDER, "taken", "", model));
    }

    List<Part> of(AlertCard card) {
        var model = Map.<String, Object>of(
                "card", card,
                "narrative", board.narrative(card),
                "story", board.story(card),
                "standing", unblindings.standing(card.event()));
        return List.of(
                parts.draw(FOLDER, "event", "half tall", model),
                parts.draw(FOLDER, "act", "half", model),
                parts.draw(FOLDER, "clock", "half", model),
                parts.draw(FOLDER, "treatment", "", model),
                parts.draw(FOLDER, "history", "", model));
    }

    @Override
    public Optional<List<Part>> parts(Reader reader) {
        return reader.alert().isEmpty()
                ? Optional.of(inbox(reader.sites(), reader.after()))
                : board.card(reader.alert()).filter(reader::sees).map(this::of);
    }

    @Override
    public long changes(Reader reader) {
        return changes.getAsLong();
    }
}
