package io.equipoise.enrolment;

import static io.equipoise.enrolment.TestHouse.NOW;
import static io.equipoise.enrolment.TestHouse.by;
import static io.equipoise.enrolment.domain.Trial.ANNA;
import static io.equipoise.enrolment.domain.Trial.ENROLLED;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.Contracts;
import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.adapter.cel.CelRules;
import io.equipoise.enrolment.adapter.kafka.EhrReaction;
import io.equipoise.enrolment.adapter.kafka.EnrolmentLanguage;
import io.equipoise.enrolment.adapter.mongo.MongoStudies;
import io.equipoise.enrolment.application.Registering.Coming;
import io.equipoise.enrolment.domain.Activation;
import io.equipoise.enrolment.domain.AssentAnswer;
import io.equipoise.enrolment.domain.Consent;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Fact;
import io.equipoise.enrolment.domain.Guardian;
import io.equipoise.enrolment.domain.InvitationEvent.InvitationBound;
import io.equipoise.enrolment.domain.InvitationEvent.InvitationIssued;
import io.equipoise.enrolment.domain.Laboratory;
import io.equipoise.enrolment.domain.Place;
import io.equipoise.enrolment.domain.PlaceEvent.PlaceTaken;
import io.equipoise.enrolment.domain.PriorTreatment;
import io.equipoise.enrolment.domain.Recruitment;
import io.equipoise.enrolment.domain.Scope;
import io.equipoise.enrolment.domain.SealAnchored;
import io.equipoise.enrolment.domain.SetAside;
import io.equipoise.enrolment.domain.Site;
import io.equipoise.enrolment.domain.SiteRulesEvent.SiteRulesSet;
import io.equipoise.enrolment.domain.Standing;
import io.equipoise.enrolment.domain.SubjectEvent.AssentRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentWithdrawn;
import io.equipoise.enrolment.domain.SubjectEvent.EhrItemsSetAside;
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
import io.equipoise.enrolment.domain.TreatmentOutcome;
import io.equipoise.enrolment.domain.Trial;
import io.equipoise.platform.audit.ThisService;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.relay.Message;
import io.equipoise.platform.web.StrictJson;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What is told is as the contracts say, and what the contracts say is understood. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContractTest {
    private static final JsonMapper JSON = StrictJson.mapper();
    private static final List<EnrolmentEvent> PUBLISHED = List.of(
            new SubjectRegistered(ANNA, SCREENED, Trial.BORIS, 2, "LETTER-7"),
            new ConsentGiven(ANNA, "1.0", SCREENED),
            new SubjectEnrolled(ANNA, ENROLLED, new Place(7, 1), Map.of("diagnosis", "OTHER"), 2, List.of()),
            new SubjectScreenFailed(ANNA, SCREENED, List.of("EDSS"), "too low", 2),
            new ConsentWithdrawn(ANNA, ENROLLED, "moved"),
            new SubjectWithdrawn(ANNA, ENROLLED, Scope.STUDY, "consent withdrawn"),
            new AssentRecorded(ANNA, AssentAnswer.AGREES, SCREENED),
            Laboratory.FUNCTIONING,
            Laboratory.TAKEN,
            new SubjectMovedToVersion(ANNA, 2, 3, ENROLLED, "amendment 1"));
    private static final List<EnrolmentEvent> PRIVATE = List.of(
            new ScreeningFactsRecorded(ANNA, Trial.eligibleFacts(), 2),
            new EhrItemsSetAside(ANNA, List.of(new SetAside("edss", "11", "VALUE_IMPOSSIBLE", "no"))),
            new PriorTreatmentsRecorded(
                    ANNA,
                    List.of(new PriorTreatment("ocrelizumab", "2023", null, 4, TreatmentOutcome.FAILED, "letter"))),
            Laboratory.DONE,
            Trial.SHOWN,
            Trial.HIDDEN,
            new SubjectRescreened(Trial.BORIS, ANNA),
            new InvitationIssued(Trial.NCT, "LETTER-7", "01", SCREENED),
            new InvitationBound(Trial.NCT, "LETTER-7", ANNA),
            new SiteRulesApplied(ANNA, 1, 2),
            new SiteRulesSet(Trial.NCT, "01", 1, SCREENED, 2, List.of(), "none of its own"),
            new PlaceForfeited(ANNA, 1),
            new PlaceTaken(ANNA, new Place(1, 1)),
            new SealAnchored("study-design", 0, 40, "a".repeat(64)));

    static List<EnrolmentEvent> published() {
        return PUBLISHED;
    }

    static List<Message> told(EnrolmentEvent... events) {
        return new EnrolmentLanguage().tell(new Commit<>("subject/" + ANNA, 1, 0, 1, by("c"), List.of(events)));
    }

    static Heard heard(String topic, String stream, long version, String type) {
        return new Heard(
                "other",
                topic,
                stream,
                version,
                1,
                type,
                JSON.readTree(Contracts.example(type)),
                NOW,
                "correlation",
                null,
                null);
    }

    @ParameterizedTest
    @MethodSource("published")
    void every_published_fact_has_the_fields_of_its_golden_example(EnrolmentEvent event) {
        var message = told(event).getFirst();
        var json = JSON.writeValueAsString(message.data());
        assertThat(message.topic()).isEqualTo("enrolment");
        assertThat(Contracts.problems(message.type(), json)).isEmpty();
        assertThat(JSON.readTree(json).propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        JSON.readTree(Contracts.example(message.type())).propertyNames());
    }

    @Test
    void every_event_of_the_topic_is_told_by_somebody() {
        assertThat(told(PUBLISHED.toArray(EnrolmentEvent[]::new)).stream().map(Message::type))
                .containsExactlyInAnyOrderElementsOf(Contracts.events("enrolment").stream()
                        .map(Contracts.Event::type)
                        .toList());
    }

    @Test
    void a_guardians_consent_is_told_as_consent_and_as_a_guardians() {
        var message = told(new GuardianConsentGiven(ANNA, "1.0", SCREENED, Guardian.MOTHER))
                .getFirst();
        assertThat(message.type()).isEqualTo("ConsentGiven.v1");
        var json = JSON.writeValueAsString(message.data());
        assertThat(Contracts.problems(message.type(), json)).isEmpty();
        assertThat(json).contains("\"givenBy\":\"GUARDIAN\"").doesNotContain("MOTHER");
    }

    @Test
    void a_first_attempt_of_an_earlier_release_is_told_without_what_nobody_knew() {
        var message =
                told(new SubjectRegistered(ANNA, SCREENED, null, null, null)).getFirst();
        var json = JSON.writeValueAsString(message.data());
        assertThat(Contracts.problems(message.type(), json)).isEmpty();
        assertThat(json).contains("\"attempt\":1").doesNotContain("rescreenOf");
    }

    @Test
    void private_facts_are_told_as_nothing_and_places_on_no_topic() {
        assertThat(told(PRIVATE.toArray(EnrolmentEvent[]::new))).isEmpty();
        assertThat(new EnrolmentLanguage().topics("places/" + Trial.NCT)).isEmpty();
        assertThat(new EnrolmentLanguage().topics("anchors/study-design")).isEmpty();
        assertThat(new EnrolmentLanguage().topics("invitation/S/LETTER-7")).isEmpty();
        assertThat(new EnrolmentLanguage().topics("subject/" + ANNA)).containsExactly("enrolment");
    }

    @Test
    void golden_facts_of_a_record_system_become_screening_facts_once() {
        try (var house = new TestHouse()) {
            var subject = new SubjectId(Trial.NCT, "01", 1);
            house.registering.register(new Coming(Trial.NCT, "01", LocalDate.of(2025, 3, 3)), by("register"));
            var reaction = new EhrReaction(house.screenings, Clock.fixed(NOW, ZoneOffset.UTC));
            var heard = heard("ehr", "ehr-link/" + subject, 1, "EhrFactsReceived.v1");
            reaction.react(heard);
            reaction.react(heard);
            assertThat(house.person(subject).facts())
                    .containsExactly(new Fact("edss", "4.5", LocalDate.of(2025, 3, 3), "Observation/edss-1"));
            assertThat(house.person(subject).consents()).containsExactly(new Consent("1.0", LocalDate.of(2025, 3, 3)));
            assertThat(house.journal.read("subject/" + subject)).hasSize(2);
        }
    }

    @Test
    void seals_of_study_design_are_anchored_once_and_nobody_elses() {
        try (var house = new TestHouse()) {
            var reaction = new EnrolmentService()
                    .anchoring(new ThisService("enrolment"), house.journal, Clock.fixed(NOW, ZoneOffset.UTC));
            var own = heard("seals", "seals/enrolment/0", 1, "SealClosed.v1");
            var golden = Contracts.example("SealClosed.v1").replace("\"enrolment\"", "\"study-design\"");
            var neighbour = new Heard(
                    "study-design",
                    "seals",
                    "seals/study-design/0",
                    1,
                    1,
                    own.type(),
                    JSON.readTree(golden),
                    NOW,
                    null,
                    null,
                    null);
            List.of(own, neighbour, neighbour).forEach(reaction::react);
            assertThat(house.journal.read("anchors/enrolment")).isEmpty();
            assertThat(house.journal.read("anchors/study-design"))
                    .extracting(commit -> commit.facts().toString())
                    .containsExactly(List.of(new SealAnchored(
                                    "study-design",
                                    0,
                                    neighbour.data().path("to").asLong(),
                                    neighbour.data().path("seal").asString()))
                            .toString());
        }
    }

    @Test
    void golden_facts_about_studies_are_understood_told_twice_and_from_the_start() {
        try (var house = new TestHouse()) {
            var studies = new MongoStudies(house.database, new CelRules(), JSON);
            var types = List.of("StudyDefined.v1", "StudyActivated.v1", "StudyStatusChanged.v1", "SiteOpened.v1");
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < types.size(); i++) {
                    studies.apply(heard("studies", "study/" + Trial.NCT, i + 1, types.get(i)));
                }
            }
            var study = studies.find(Trial.NCT).orElseThrow();
            assertThat(study.standing())
                    .isEqualTo(new Standing(Recruitment.RECRUITING, "2025-02-03", "all approvals in place"));
            assertThat(study.activations()).containsExactly(new Activation(2, LocalDate.of(2025, 2, 3)));
            assertThat(studies.protocol(Trial.NCT, 2)).contains(study.protocol());
            assertThat(studies.protocol(Trial.NCT, 9)).isEmpty();
            assertThat(study.protocol().version()).isEqualTo(2);
            assertThat(study.sites())
                    .containsExactly(new Site("01", ZoneId.of("Europe/Berlin"), 20, LocalDate.of(2025, 2, 10)));
            assertThat(studies.all()).containsExactly(Trial.NCT);
        }
    }
}
