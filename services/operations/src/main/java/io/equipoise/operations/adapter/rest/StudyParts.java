package io.equipoise.operations.adapter.rest;

import io.equipoise.operations.adapter.rest.StudyParts.Reader;
import io.equipoise.operations.application.Board;
import io.equipoise.operations.application.Boards;
import io.equipoise.operations.application.Changes;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Part;
import io.equipoise.pages.Parts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parts of a study's page, from what to do down to how fresh it all is. */
final class StudyParts implements LiveFeed.Picture<Reader> {
    private static final Map<String, String> WIDTHS = widths();

    private final Boards boards;
    private final Changes changes;
    private final Parts parts;

    StudyParts(Boards boards, Changes changes, Parts parts) {
        this.boards = boards;
        this.changes = changes;
        this.parts = parts;
    }

    /** Whoever looks at the same study from the same sites sees the same. */
    record Reader(String study, Set<String> sites) {
        Reader {
            sites = Set.copyOf(sites);
        }
    }

    private static Map<String, String> widths() {
        var widths = new LinkedHashMap<String, String>();
        widths.put("tasks", "");
        widths.put("standing", "");
        widths.put("enrolment", "half");
        widths.put("consort", "half tall");
        widths.put("events", "half");
        widths.put("failures", "");
        widths.put("swimmer", "");
        widths.put("scans", "");
        widths.put("due", "");
        widths.put("alerts", "");
        widths.put("assumptions", "");
        widths.put("hearing", "");
        return widths;
    }

    List<Part> of(Board board) {
        return WIDTHS.entrySet().stream()
                .map(each -> parts.draw("operations", each.getKey(), each.getValue(), Map.of("board", board)))
                .toList();
    }

    @Override
    public Optional<List<Part>> parts(Reader reader) {
        return boards.board(reader.study(), reader.sites()).map(this::of);
    }

    @Override
    public long changes(Reader reader) {
        return changes.count(reader.study());
    }
}
