package io.equipoise.chaos.trial;

import io.equipoise.chaos.check.Checks;
import io.equipoise.chaos.fault.Place;
import io.equipoise.chaos.fault.Teller;
import io.equipoise.chaos.load.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/**
 * The driver on trial: real bugs planted in the running stack, one after the other. Held means that each was called out by
 * the check that is for it.
 */
final class Planted implements Trial {
    private final Gate gate = new Gate(true);

    /** A bug, and the checks that must speak up. */
    private record Bug(String name, Runnable plant, List<String> checks) {}

    @Override
    public Verdict run(House house) throws Exception {
        var verdict = new Verdict("meta", "bugs planted in the running stack are called out");
        var study = house.study("M0N" + Math.abs(house.random().nextInt(10_000)));
        try (var load = Load.whole(house.doors(), study, house.random(), new Load.Size(3, study.name(), 100))) {
            load.join(90_000);
            load.finish();
            UnderLoad.report(verdict, load);
        }
        house.compare(verdict);
        verdict.must(verdict.held(), "a house in order passes", "it did not, before anything was planted");
        var caught = new ArrayList<String>();
        var bugs = bugs(house, study.name() + "-01-0001");
        for (var bug : bugs) {
            House.say("planting: " + bug.name());
            bug.plant().run();
            house.quiet().within(10);
            judge(verdict, bug, findings(house), caught);
        }
        House.say("planting: a relay that is not let go on");
        var stuck = gate.run(house);
        judge(verdict, new Bug("a relay that is not let go on", () -> {}, List.of("all told in 10 s")), stuck, caught);
        verdict.figure("caught", caught.size() + "/" + (bugs.size() + 1));
        return verdict;
    }

    private static Verdict findings(House house) {
        var verdict = new Verdict("meta", "planted");
        verdict.found(Checks.run(house.ledger().accounts(), house.evidence()));
        return verdict;
    }

    private static void judge(Verdict verdict, Bug bug, Verdict said, List<String> caught) {
        var names = said.findings().stream().map(f -> f.check()).distinct().toList();
        House.say((said.held() ? "HELD" : "FAILED") + ", as said by " + names);
        if (names.containsAll(bug.checks())) {
            caught.add(bug.name());
        } else {
            verdict.found("each planted bug is caught", bug.name() + " was answered with " + names);
        }
    }

    private static List<Bug> bugs(House house, String subject) {
        return List.of(
                new Bug(
                        "a document changed in a read model",
                        () -> change(house),
                        List.of("projections equal a replay")),
                new Bug(
                        "two messages told out of order",
                        () -> overtake(house, "subject/" + subject),
                        List.of("told in order", "nothing else is told")),
                new Bug("a fact doubled under another id", () -> twice(house), List.of("kept was asked")),
                new Bug(
                        "a commit removed",
                        () -> remove(house),
                        List.of("acknowledged is kept once", "positions are gapless", "seals verify")));
    }

    private static void change(House house) {
        var subjects = house.mongo().getDatabase("ehr-integration").getCollection("subjects");
        var one = Objects.requireNonNull(subjects.find().first());
        subjects.updateOne(
                new Document("_id", one.get("_id")), new Document("$set", new Document("left", "nobody said so")));
    }

    private static void overtake(House house, String stream) {
        var enrolment = house.journals().of("enrolment").stream()
                .filter(c -> c.stream().equals(stream))
                .toList();
        long next = enrolment.getLast().version() + 1;
        try (var teller = new Teller(house.stack().bootstrap())) {
            teller.tell(List.of(
                    new Place("enrolment", "enrolment", stream, next + 1).told("Withheld.v1", "{}"),
                    new Place("enrolment", "enrolment", stream, next).told("Withheld.v1", "{}")));
        }
    }

    /** A copy of the newest commit of a person's, as if the command had been carried out twice. */
    private static void twice(House house) {
        var journal = house.mongo().getDatabase("dosing-schedule").getCollection("journal");
        var newest = house.journals().of("dosing-schedule").getLast();
        var given = house.journals().of("dosing-schedule").stream()
                .filter(c -> !c.bySystem())
                .toList()
                .getLast();
        var copy = Objects.requireNonNull(
                journal.find(new Document("_id", given.id())).first());
        long versions = journal.countDocuments(new Document("stream", given.stream()));
        copy.append("_id", "coo-01:" + given.id().hashCode())
                .append("version", versions + 1)
                .append("position", newest.position() + 1);
        journal.insertOne(copy);
    }

    /** One in the middle, sealed long ago. */
    private static void remove(House house) {
        var people = house.journals().of("enrolment").stream()
                .filter(c -> !c.bySystem() && !c.id().contains("/"))
                .toList();
        var one = people.get(people.size() / 2);
        house.mongo().getDatabase("enrolment").getCollection("journal").deleteOne(new Document("_id", one.id()));
    }
}
