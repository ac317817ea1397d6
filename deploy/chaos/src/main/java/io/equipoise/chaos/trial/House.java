package io.equipoise.chaos.trial;

import com.mongodb.client.MongoClient;
import io.equipoise.chaos.Stack;
import io.equipoise.chaos.check.Alerts;
import io.equipoise.chaos.check.Checks;
import io.equipoise.chaos.check.Telling;
import io.equipoise.chaos.evidence.AlertLine;
import io.equipoise.chaos.evidence.Audit;
import io.equipoise.chaos.evidence.Evidence;
import io.equipoise.chaos.evidence.Journals;
import io.equipoise.chaos.evidence.Mails;
import io.equipoise.chaos.evidence.Told;
import io.equipoise.chaos.evidence.Topics;
import io.equipoise.chaos.fault.Processes;
import io.equipoise.chaos.fault.Quiet;
import io.equipoise.chaos.ledger.Ledger;
import io.equipoise.chaos.load.Doors;
import io.equipoise.chaos.load.Study;
import java.util.List;
import java.util.Random;

/** The running stack with the client's book beside it: all that a test works with. */
public record House(Stack stack, Ledger ledger, Doors doors, MongoClient mongo, Random random) {
    /** What the driver itself puts into topics is about nobody: its streams begin so. */
    public static final String OURS = "subject/CHAOS-";

    /** Megabytes of one process's log that no fault of a test explains. */
    private static final int LOUD = 20;

    /** Seconds after which no clock of the house (such as the one that misses scans) has anything left to say. */
    static final int CLOCKS = 70;

    public Processes processes() {
        return new Processes(stack);
    }

    public Journals journals() {
        return new Journals(mongo);
    }

    public Topics topics() {
        return new Topics(stack.bootstrap());
    }

    public Quiet quiet() {
        return new Quiet(journals(), topics(), mongo);
    }

    public Study study(String name) {
        return Study.open(doors, name, random);
    }

    /** All there is to see, once everything has settled. */
    public Evidence evidence() {
        return new Evidence(
                        journals().all(),
                        topics().all(),
                        new Audit(doors).all(),
                        new AlertLine(doors).all(),
                        new Mails(stack.mail()).all())
                .without(OURS);
    }

    static boolean ours(Told told) {
        return told.stream().startsWith(OURS);
    }

    /** Waits until everything is told and heard, and holds the book against the evidence. */
    public Evidence compare(Verdict verdict) {
        return compare(verdict, Checks.names());
    }

    Evidence compare(Verdict verdict, List<String> checks) {
        processes().awaitAllWell();
        var settled = quiet().within(60);
        verdict.must(settled.isEmpty(), "everything settles", settled);
        var evidence = evidence();
        verdict.figure("commits", evidence.journal().size())
                .figure("messages", evidence.told().size())
                .figure("repeats absorbed", Telling.repeats(evidence))
                .figure("serious events", Alerts.serious(evidence).size());
        verdict.must(doors.broken().isEmpty(), "nothing of ours breaks", "answers by status: " + doors.broken());
        verdict.must(stack.longestLog() < LOUD, "nobody floods a log", stack.longestLog() + " MB");
        verdict.found(Checks.run(checks, ledger.accounts(), evidence));
        return evidence;
    }

    public static void say(String text) {
        System.out.printf("%tT %s%n", System.currentTimeMillis(), text);
    }
}
