package io.equipoise.adverseevent.adapter.page;

import io.equipoise.adverseevent.adapter.page.BoardView.HoldCard;
import io.equipoise.adverseevent.application.StoppingRules;
import io.equipoise.adverseevent.application.ToldForStopping;
import io.equipoise.adverseevent.domain.Lifter;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Part;
import io.equipoise.pages.Parts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The studies that are held, without the counts that held them: those are the board's alone. */
final class HoldsParts implements LiveFeed.Picture<Lifter> {
    private final ToldForStopping told;
    private final StoppingRules rules;
    private final Parts parts;
    private final LongSupplier changes;

    HoldsParts(ToldForStopping told, StoppingRules rules, Parts parts, LongSupplier changes) {
        this.told = told;
        this.rules = rules;
        this.parts = parts;
        this.changes = changes;
    }

    /** A study that does not go on. */
    record HeldStudy(String study, List<HoldCard> open) {}

    @Override
    public Optional<List<Part>> parts(Lifter reader) {
        return Optional.of(of(reader));
    }

    List<Part> of(Lifter reader) {
        var held = told.studies().stream()
                .map(study -> new HeldStudy(study, open(study, reader)))
                .filter(study -> !study.open().isEmpty())
                .toList();
        return List.of(parts.draw("safety", "holds-open", "", Map.of("held", held)));
    }

    @Override
    public long changes(Lifter reader) {
        return changes.getAsLong();
    }

    private List<HoldCard> open(String study, Lifter reader) {
        return BoardView.holds(rules.of(study), reader).stream()
                .filter(HoldCard::isOpen)
                .toList();
    }
}
