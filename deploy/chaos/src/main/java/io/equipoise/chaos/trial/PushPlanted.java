package io.equipoise.chaos.trial;

import com.mongodb.client.MongoCollection;
import io.equipoise.chaos.check.Finding;
import io.equipoise.chaos.check.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;

/** Test 43 on trial: bugs planted in the feed of the running stack while officers watch; each must be called out. */
final class PushPlanted implements Trial {
    private static final int EVENTS = 40;
    private static final int MORE = 5;
    private static final int PATIENCE = 45;
    private static final int SETTLED_IN = 150;

    private record Bug(String name, Consumer<Push> plant, String check) {}

    @Override
    public Verdict run(House house) {
        var verdict = new Verdict("meta43", "bugs planted in the alerts' feed are called out");
        var caught = new ArrayList<String>();
        var feed = house.mongo().getDatabase("adverse-event").getCollection("alert_feed");
        try (var push = new Push(house, "M43N" + Math.abs(house.random().nextInt(10_000)))) {
            push.events().enter(EVENTS, 10);
            verdict.found(push.settle(SETTLED_IN));
            verdict.must(verdict.held(), "a feed in order passes", "it did not, before anything was planted");
        }
        var bugs = List.of(
                new Bug(
                        "an alert told under a second number",
                        push -> {
                            var one = Objects.requireNonNull(
                                    feed.find(new Document("kind", "alert")).first());
                            feed.insertOne(one.append("_id", last(house) + 1).append("source", "planted/1"));
                        },
                        Screens.ONCE),
                new Bug("a number taken out of the feed", push -> lose(house, push, feed), Screens.REACHED));
        for (var bug : bugs) {
            try (var push = new Push(house, "M43N" + Math.abs(house.random().nextInt(10_000)))) {
                House.say("planting: " + bug.name());
                bug.plant().accept(push);
                push.events().enter(MORE, 5);
                var names = push.settle(PATIENCE).stream()
                        .map(Finding::check)
                        .distinct()
                        .toList();
                House.say("said by " + names);
                verdict.must(names.contains(bug.check()), "each planted bug is caught", bug.name() + ": " + names);
                caught.add(bug.name() + " by " + names);
            }
        }
        return verdict.figure("caught", caught);
    }

    /** The service remembers what it told last, so it has to forget that, too; then somebody comes who has nothing yet. */
    private static void lose(House house, Push push, MongoCollection<Document> feed) {
        feed.deleteOne(new Document("_id", last(house) - 3));
        long pid = house.processes().pid("adverse-event");
        house.processes().kill("adverse-event");
        house.processes().backAfter("adverse-event", pid);
        push.officers().joins(0, null);
    }

    private static long last(House house) {
        var feed = house.mongo().getDatabase("adverse-event").getCollection("alert_feed");
        return Objects.requireNonNull(feed.find().sort(new Document("_id", -1)).first())
                .getLong("_id");
    }
}
