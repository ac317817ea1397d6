package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.SafetyInformation;
import io.equipoise.adverseevent.domain.SafetyInformation.Publish;
import io.equipoise.adverseevent.domain.SafetyInformationVersion;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;

/** The reference safety information of the studies: put in force by the sponsor, looked up by day. */
public final class PublishedInformation {
    private final Protocols protocols;
    private final CommandHandler<SafetyInformation, Publish, SafetyFact> versions;

    public PublishedInformation(Protocols protocols, CommandHandler<SafetyInformation, Publish, SafetyFact> versions) {
        this.protocols = protocols;
        this.versions = versions;
    }

    public Outcome<SafetyFact> publish(String study, SafetyInformationVersion version, Attribution by) {
        var protocol = protocols.of(study);
        if (protocol.isEmpty()) {
            return new Outcome.Refused<>(Refusal.unknown("STUDY_UNKNOWN", "no study of that name is known here"));
        }
        return versions.handle(
                SafetyInformation.stream(study),
                new Publish(study, version, protocol.get().names().products()),
                by);
    }

    /** Every version of every product; none where nothing was published. */
    public SafetyInformation of(String study) {
        return versions.state(SafetyInformation.stream(study));
    }
}
