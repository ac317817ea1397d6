package io.equipoise.enrolment.adapter.kafka;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.application.Screenings;
import io.equipoise.enrolment.domain.Consent;
import io.equipoise.enrolment.domain.Fact;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.NotYet;
import io.equipoise.platform.consume.Reaction;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A site's record system said something about a person: facts and consent become part of the screening. */
public final class EhrReaction implements Reaction {
    private static final Logger LOG = LoggerFactory.getLogger(EhrReaction.class);
    private static final String STUDY_UNKNOWN = "STUDY_UNKNOWN";

    private final Screenings screenings;
    private final Clock clock;

    public EhrReaction(Screenings screenings, Clock clock) {
        this.screenings = screenings;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of("ehr");
    }

    @Override
    public void react(Heard heard) {
        if (!heard.type().equals("EhrFactsReceived.v1")) {
            return;
        }
        var subject = SubjectId.parse(heard.text("subject"));
        if (subject.isEmpty()) {
            LOG.warn("{} version {} names no subject of the right form", heard.stream(), heard.version());
            return;
        }
        var by = heard.attribution("enrolment", clock.instant(), "facts");
        var outcome = screenings.takeFromEhr(
                subject.get(),
                facts(heard.data().path("facts")),
                consent(heard.data().path("consent")),
                by);
        if (outcome instanceof Outcome.Refused<?>(var reason)) {
            if (reason.code().equals(STUDY_UNKNOWN)) {
                throw new NotYet(reason.detail());
            }
            LOG.warn("{} version {} was not taken: {}", heard.stream(), heard.version(), reason.code());
        }
    }

    private static List<Fact> facts(JsonNode list) {
        return list.valueStream().flatMap(EhrReaction::fact).toList();
    }

    private static Stream<Fact> fact(JsonNode node) {
        return date(node.path("observedOn"))
                .map(on -> new Fact(text(node, "fact"), text(node, "value"), on, text(node, "source")))
                .stream();
    }

    private static @Nullable Consent consent(JsonNode node) {
        return date(node.path("givenOn"))
                .map(on -> new Consent(text(node, "version"), on))
                .orElse(null);
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isString() ? value.stringValue() : "";
    }

    private static Optional<LocalDate> date(JsonNode node) {
        try {
            return node.isString() ? Optional.of(LocalDate.parse(node.stringValue())) : Optional.empty();
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
