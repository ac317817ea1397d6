package io.equipoise.enrolment.application;

import io.equipoise.enrolment.domain.Anchors;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.SealAnchored;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Journal;

/** Writes a neighbour's seals down in a journal that they cannot reach. */
public final class Anchoring {
    private final CommandHandler<Anchors, SealAnchored, EnrolmentEvent> anchors;

    public Anchoring(Journal<EnrolmentEvent> journal) {
        this.anchors = new CommandHandler<>(journal, Anchors.DECIDER);
    }

    public Outcome<EnrolmentEvent> anchor(SealAnchored seal, Attribution by) {
        return anchors.handle("anchors/" + seal.service(), seal, by);
    }
}
