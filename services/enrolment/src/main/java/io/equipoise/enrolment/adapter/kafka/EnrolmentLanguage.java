package io.equipoise.enrolment.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.AssentAnswer;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Instrument;
import io.equipoise.enrolment.domain.InvitationEvent;
import io.equipoise.enrolment.domain.Occasion;
import io.equipoise.enrolment.domain.PlaceEvent;
import io.equipoise.enrolment.domain.Sample;
import io.equipoise.enrolment.domain.Scope;
import io.equipoise.enrolment.domain.SealAnchored;
import io.equipoise.enrolment.domain.SiteRulesEvent;
import io.equipoise.enrolment.domain.SubjectEvent;
import io.equipoise.enrolment.domain.SubjectEvent.AssentRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentScopesGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentScopesWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.EhrItemsSetAside;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.AssessmentRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.PunctureDone;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.SampleTaken;
import io.equipoise.enrolment.domain.SubjectEvent.GuardianConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.PlaceForfeited;
import io.equipoise.enrolment.domain.SubjectEvent.PriorTreatmentsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ScreeningFactsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.SiteRulesApplied;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectEnrolled;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectMovedToVersion;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRegistered;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRescreened;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectScreenFailed;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectWithdrawn;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.relay.Message;
import io.equipoise.platform.relay.PublishedLanguage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What others learn about people: their way through the study. Screening facts and places stay here. */
public final class EnrolmentLanguage implements PublishedLanguage<EnrolmentEvent> {
    private static final String TOPIC = "enrolment";

    /** Who signed. */
    enum By {
        PARTICIPANT,
        GUARDIAN
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Registered(
            String subject,
            String study,
            String site,
            LocalDate screenedOn,
            int attempt,
            @Nullable String rescreenOf) {}

    record Consented(String subject, String study, String site, String consentVersion, LocalDate givenOn, By givenBy) {}

    record Assented(String subject, String study, String site, AssentAnswer answer, LocalDate on) {}

    /** What was measured, and not what came out: that is the person's own. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Assessed(
            String subject,
            String study,
            String site,
            String assessment,
            Occasion occasion,
            LocalDate on,
            @Nullable Instrument instrument,
            @Nullable String sample) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Taken(
            String subject,
            String study,
            String site,
            String sample,
            Sample.Kind kind,
            LocalDate takenOn,
            @Nullable String puncture) {}

    record Moved(String subject, String study, String site, int from, int version, LocalDate on, String reason) {}

    record ConsentTakenBack(String subject, String study, String site, LocalDate withdrawnOn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ScreenFailed(
            String subject,
            String study,
            String site,
            LocalDate on,
            List<String> rules,
            @Nullable Integer definitionVersion) {}

    record Enrolled(
            String subject,
            String study,
            String site,
            LocalDate enrolledOn,
            int ordinal,
            Map<String, String> strata,
            int definitionVersion) {}

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
            case InvitationEvent internal -> Stream.empty();
            case SiteRulesEvent internal -> Stream.empty();
            case SealAnchored internal -> Stream.empty();
            case SubjectEvent told -> tell(told, told.subject(), told.subject().toString());
        };
    }

    private static Stream<Message> tell(SubjectEvent event, SubjectId id, String name) {
        return switch (event) {
            case SubjectRegistered registered -> message("SubjectRegistered.v1", registered(registered, id, name));
            case ConsentGiven(var subject, var version, var on) ->
                message("ConsentGiven.v1", new Consented(name, id.study(), id.site(), version, on, By.PARTICIPANT));
            case GuardianConsentGiven(var subject, var version, var on, var guardian) ->
                message("ConsentGiven.v1", new Consented(name, id.study(), id.site(), version, on, By.GUARDIAN));
            case AssentRecorded(var subject, var answer, var on) ->
                message("AssentRecorded.v1", new Assented(name, id.study(), id.site(), answer, on));
            case SubjectMovedToVersion(var subject, var from, var version, var on, var reason) ->
                message("SubjectMovedToVersion.v1", new Moved(name, id.study(), id.site(), from, version, on, reason));
            case ExaminationEvent examined -> examined(examined, id, name);
            case ConsentWithdrawn(var subject, var on, var reason) ->
                message("ConsentWithdrawn.v1", new ConsentTakenBack(name, id.study(), id.site(), on));
            case SubjectScreenFailed(var subject, var on, var rules, var reason, var version) ->
                message("SubjectScreenFailed.v1", new ScreenFailed(name, id.study(), id.site(), on, rules, version));
            case SubjectEnrolled enrolled ->
                message(
                        "SubjectEnrolled.v1",
                        new Enrolled(
                                name,
                                id.study(),
                                id.site(),
                                enrolled.enrolledOn(),
                                enrolled.place().ordinal(),
                                enrolled.strata(),
                                enrolled.definitionVersion()));
            case SubjectWithdrawn(var subject, var on, var scope, var reason) ->
                message("SubjectWithdrawn.v1", new Withdrawn(name, id.study(), id.site(), on, scope, reason));
            case ScreeningFactsRecorded personal -> Stream.empty();
            case EhrItemsSetAside personal -> Stream.empty();
            case ConsentScopesGiven personal -> Stream.empty();
            case ConsentScopesWithdrawn personal -> Stream.empty();
            case PriorTreatmentsRecorded personal -> Stream.empty();
            case SubjectRescreened internal -> Stream.empty();
            case PlaceForfeited internal -> Stream.empty();
            case SiteRulesApplied internal -> Stream.empty();
        };
    }

    private static Stream<Message> examined(ExaminationEvent event, SubjectId id, String name) {
        return switch (event) {
            case AssessmentRecorded(var subject, var measured, var instrument, var reason) ->
                message(
                        "AssessmentRecorded.v1",
                        new Assessed(
                                name,
                                id.study(),
                                id.site(),
                                measured.assessment(),
                                measured.occasion(),
                                measured.on(),
                                instrument,
                                measured.sample()));
            case SampleTaken(var subject, var taken) ->
                message(
                        "SampleTaken.v1",
                        new Taken(
                                name,
                                id.study(),
                                id.site(),
                                taken.sample(),
                                taken.kind(),
                                taken.takenOn(),
                                taken.puncture()));
            case PunctureDone personal -> Stream.empty();
        };
    }

    /** The new attempt names the one before; the other way round would tell the same twice. */
    private static Registered registered(SubjectRegistered event, SubjectId id, String name) {
        var earlier = event.rescreenOf();
        return new Registered(
                name,
                id.study(),
                id.site(),
                event.screenedOn(),
                event.nth(),
                earlier == null ? null : earlier.toString());
    }

    private static Stream<Message> message(String type, Object data) {
        return Stream.of(new Message(TOPIC, type, data));
    }
}
