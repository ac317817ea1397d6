package io.equipoise.adverseevent.adapter.page;

import io.equipoise.adverseevent.adapter.page.AggregateParts.Watcher;
import io.equipoise.adverseevent.application.StudySafety;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Part;
import io.equipoise.pages.Parts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import tools.jackson.databind.json.JsonMapper;

/** The parts of a study's aggregate page, as the facts stand. */
final class AggregateParts implements LiveFeed.Picture<Watcher> {
    private static final long DOSES_APART = 1_000_003L;

    private final StudySafety safety;
    private final Parts parts;
    private final JsonMapper json;
    private final LongSupplier changes;

    AggregateParts(StudySafety safety, Parts parts, JsonMapper json, LongSupplier changes) {
        this.safety = safety;
        this.parts = parts;
        this.json = json;
        this.changes = changes;
    }

    /** Who looks at which study, from which sites. */
    record Watcher(String study, Set<String> sites) {
        Watcher {
            sites = Set.copyOf(sites);
        }

        boolean sees(String site) {
            return sites.contains("*") || sites.contains(site);
        }
    }

    List<Part> of(Watcher watcher) {
        var view = new AggregateView(watcher.study(), safety.of(watcher.study(), watcher::sees), json);
        var model = Map.<String, Object>of("view", view);
        return List.of(
                parts.draw("safety/aggregate", "grades", "half", model),
                parts.draw("safety/aggregate", "days", "half", model),
                parts.draw("safety/aggregate", "lots", "", model),
                parts.draw("safety/aggregate", "organs", "", model),
                parts.draw("safety/aggregate", "people", "", model));
    }

    @Override
    public Optional<List<Part>> parts(Watcher watcher) {
        return Optional.of(of(watcher));
    }

    /** Events are this room's own; doses are told by another. */
    @Override
    public long changes(Watcher watcher) {
        return changes.getAsLong() + DOSES_APART * safety.doses(watcher.study());
    }
}
