package io.equipoise.studydesign.application;

import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Journal;
import io.equipoise.studydesign.domain.Anchors;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.DesignFact.SealAnchored;

/** Writes other services' seals down in a journal that they cannot reach. */
public final class Anchoring {
    private final CommandHandler<Anchors, SealAnchored, DesignFact> anchors;

    public Anchoring(Journal<DesignFact> journal) {
        this.anchors = new CommandHandler<>(journal, Anchors.DECIDER);
    }

    public Outcome<DesignFact> anchor(SealAnchored seal, Attribution by) {
        return anchors.handle("anchors/" + seal.service(), seal, by);
    }
}
