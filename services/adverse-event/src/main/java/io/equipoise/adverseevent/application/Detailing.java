package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.DetailedEvent;
import io.equipoise.adverseevent.domain.DetailedEvent.Detail;
import io.equipoise.adverseevent.domain.EventDetails;
import io.equipoise.adverseevent.domain.InfusionReaction;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import org.jspecify.annotations.Nullable;

/** Use case of a site: say more of an event than its account holds. */
public final class Detailing {
    private final Protocols protocols;
    private final CommandHandler<DetailedEvent, Detail, SafetyFact> events;

    public Detailing(Protocols protocols, CommandHandler<DetailedEvent, Detail, SafetyFact> events) {
        this.protocols = protocols;
        this.events = events;
    }

    public Outcome<SafetyFact> detail(String event, EventDetails details, @Nullable String reason, Attribution by) {
        var account = event(event).account();
        var names = account == null
                ? SafetyProtocol.UNKNOWN.names()
                : protocol(account.subject().study()).names();
        return events.handle(AdverseEvent.stream(event), new Detail(details, reason, names), by);
    }

    /** The event as the journal has it now; without an account if there is none. */
    public DetailedEvent event(String event) {
        return events.state(AdverseEvent.stream(event));
    }

    /** By the window of the study's newest definition. */
    public InfusionReaction infusionReaction(AdverseEventFact account) {
        return InfusionReaction.of(
                account.given(),
                protocol(account.subject().study()).infusionReactionWindow().orElse(null));
    }

    /** What the study's newest definition says; of a study that nobody told of, nothing. */
    public SafetyProtocol protocol(String study) {
        return protocols.of(study).orElse(SafetyProtocol.UNKNOWN);
    }
}
