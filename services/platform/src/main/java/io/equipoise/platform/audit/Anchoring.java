package io.equipoise.platform.audit;

import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.Reaction;
import io.equipoise.platform.journal.Journal;
import java.time.Clock;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes seals of other services down in a journal that those services cannot reach. */
public final class Anchoring<E> implements Reaction {
    private static final Logger LOG = LoggerFactory.getLogger(Anchoring.class);

    private final ThisService me;
    private final Predicate<String> anchored;
    private final CommandHandler<Anchors, ClosedSeal, E> anchors;
    private final Clock clock;

    /** @param anchored the services whose seals are written down here */
    public Anchoring(ThisService me, Predicate<String> anchored, Journal<E> journal, AnchorFact<E> words, Clock clock) {
        this.me = me;
        this.anchored = anchored;
        this.anchors = new CommandHandler<>(journal, Anchors.decider(words));
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of("seals");
    }

    @Override
    public void react(Heard heard) {
        if (!heard.type().equals("SealClosed.v1") || !anchored.test(heard.text("service"))) {
            return;
        }
        var data = heard.data();
        var seal = new ClosedSeal(
                heard.text("service"),
                data.required("lane").intValue(),
                data.required("to").longValue(),
                heard.text("seal"));
        var by = heard.attribution(me.name(), clock.instant(), "anchor");
        if (anchors.handle("anchors/" + seal.service(), seal, by) instanceof Outcome.Refused(var reason)) {
            LOG.error("a seal was not anchored: {} {}", reason.code(), reason.detail());
        }
    }
}
