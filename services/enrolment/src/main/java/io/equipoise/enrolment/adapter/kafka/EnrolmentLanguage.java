package io.equipoise.enrolment.adapter.kafka;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.PlaceEvent;
import io.equipoise.enrolment.domain.Scope;
import io.equipoise.enrolment.domain.SealAnchored;
import io.equipoise.enrolment.domain.SubjectEvent;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.EhrItemsSetAside;
import io.equipoise.enrolment.domain.SubjectEvent.PlaceForfeited;
import io.equipoise.enrolment.domain.SubjectEvent.ScreeningFactsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectEnrolled;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRegistered;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectScreenFailed;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectWithdrawn;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.relay.Message;
import io.equipoise.platform.relay.PublishedLanguage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What others learn about people: their way through the study. Screening facts and places stay here. */
public final class EnrolmentLanguage implements PublishedLanguage<EnrolmentEvent> {
    private static final String TOPIC = "enrolment";

    record Registered(String subject, String study, String site, LocalDate screenedOn) {}

    record Consented(String subject, String study, String site, String consentVersion, LocalDate givenOn) {}

    record ConsentTakenBack(String subject, String study, String site, LocalDate withdrawnOn) {}

    record ScreenFailed(String subject, String study, String site, LocalDate on, List<String> rules) {}

    record Enrolled(
            String subject, String study, String site, LocalDate enrolledOn, int ordinal, Map<String, String> strata) {}

    record Withdrawn(String subject, String study, String site, LocalDate on, Scope scope, String reason) {}

    @Override
    public List<Message> tell(Commit<EnrolmentEvent> commit) {
        return commit.facts().stream().flatMap(EnrolmentLanguage::tell).toList();
    }

    @Override
    public List<String> topics(String stream) {
        return stream.startsWith("subject/") ? List.of(TOPIC) : List.of();
    }

    private static Stream<Message> tell(EnrolmentEvent event) {
        return switch (event) {
            case PlaceEvent internal -> Stream.empty();
            case SealAnchored internal -> Stream.empty();
            case SubjectEvent told -> tell(told, told.subject(), told.subject().toString());
        };
    }

    private static Stream<Message> tell(SubjectEvent event, SubjectId id, String name) {
        return switch (event) {
            case SubjectRegistered(var subject, var on) ->
                message("SubjectRegistered.v1", new Registered(name, id.study(), id.site(), on));
            case ConsentGiven(var subject, var version, var on) ->
                message("ConsentGiven.v1", new Consented(name, id.study(), id.site(), version, on));
            case ConsentWithdrawn(var subject, var on, var reason) ->
                message("ConsentWithdrawn.v1", new ConsentTakenBack(name, id.study(), id.site(), on));
            case SubjectScreenFailed(var subject, var on, var rules, var reason) ->
                message("SubjectScreenFailed.v1", new ScreenFailed(name, id.study(), id.site(), on, rules));
            case SubjectEnrolled enrolled ->
                message(
                        "SubjectEnrolled.v1",
                        new Enrolled(
                                name,
                                id.study(),
                                id.site(),
                                enrolled.enrolledOn(),
                                enrolled.place().ordinal(),
                                enrolled.strata()));
            case SubjectWithdrawn(var subject, var on, var scope, var reason) ->
                message("SubjectWithdrawn.v1", new Withdrawn(name, id.study(), id.site(), on, scope, reason));
            case ScreeningFactsRecorded personal -> Stream.empty();
            case EhrItemsSetAside personal -> Stream.empty();
            case PlaceForfeited internal -> Stream.empty();
        };
    }

    private static Stream<Message> message(String type, Object data) {
        return Stream.of(new Message(TOPIC, type, data));
    }
}
