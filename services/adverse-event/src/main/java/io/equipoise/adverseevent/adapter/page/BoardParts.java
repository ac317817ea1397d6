package io.equipoise.adverseevent.adapter.page;

import io.equipoise.adverseevent.adapter.page.BoardParts.OneStudy;
import io.equipoise.adverseevent.application.StoppingRules;
import io.equipoise.adverseevent.application.StudyDonors;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Part;
import io.equipoise.pages.Parts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The parts of the board's closed page. */
final class BoardParts implements LiveFeed.Picture<OneStudy> {
    private static final String FOLDER = "safety";

    private final StoppingRules rules;
    private final StudyDonors donors;
    private final Parts parts;
    private final BoardRule.Charts charts;
    private final LongSupplier changes;

    BoardParts(StoppingRules rules, StudyDonors donors, Parts parts, BoardRule.Charts charts, LongSupplier changes) {
        this.rules = rules;
        this.donors = donors;
        this.parts = parts;
        this.charts = charts;
        this.changes = changes;
    }

    /** Which study is looked at. */
    record OneStudy(String study) {}

    /** Empty where nobody told of the study. */
    Optional<List<Part>> of(String study) {
        return Optional.of(study).filter(rules::knows).map(known -> {
            var model = Map.<String, Object>of(
                    "board", BoardView.of(known, rules.of(known), charts), "donors", BoardDonors.of(donors.of(known)));
            return List.of(
                    parts.draw(FOLDER, "board-holds", "", model),
                    parts.draw(FOLDER, "board-rules", "", model),
                    parts.draw(FOLDER, "board-donors", "", model),
                    parts.draw(FOLDER, "board-decisions", "", model));
        });
    }

    @Override
    public Optional<List<Part>> parts(OneStudy reader) {
        return of(reader.study());
    }

    /** Events and origins are this room's own; doses are told by another. */
    @Override
    public long changes(OneStudy reader) {
        return changes.getAsLong() + donors.doses(reader.study());
    }
}
