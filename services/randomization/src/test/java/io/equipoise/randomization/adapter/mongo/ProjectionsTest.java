package io.equipoise.randomization.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.Contracts;
import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.World;
import io.equipoise.randomization.application.StudyStanding;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.Design.Factor;
import io.equipoise.randomization.domain.Design.Share;
import io.equipoise.randomization.domain.SafetyHold;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectionsTest {
    private static final List<String> ARMS = List.of("EXOSOMES", "SALINE");
    private static final SubjectId ANNA = new SubjectId(World.STUDY, "01", 1);

    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void a_study_that_nobody_told_of_is_unknown() {
        assertThat(new MongoStudies(world.database).find(World.STUDY)).isEmpty();
    }

    @Test
    void a_study_that_is_told_completely_is_known_completely() {
        world.withStudy(ARMS, "[{'stratum':'SEX','levels':['F','M'],'title':'Sex'}]");
        assertThat(study().design().unknown()).isEmpty();
        assertThat(study().design().shares())
                .containsExactly(
                        new Share(new Arm("EXOSOMES"), "EXOSOMES in full", 1),
                        new Share(new Arm("SALINE"), "SALINE in full", 1));
        assertThat(study().design().factors()).containsExactly(new Factor("SEX", List.of("F", "M")));
        assertThat(study().underWay()).isTrue();
        assertThat(study().zones()).isEqualTo(Map.of("01", ZoneId.of("Europe/Berlin")));
    }

    @Test
    void a_definition_that_leaves_everything_open_is_known_to_do_so() {
        world.hear(
                "studies",
                "StudyDefined.v1",
                "{'study':'%s','definition':{'design':{'arms':[{'arm':'EXOSOMES'},{'arm':'SALINE'}],'allocation':{'basis':'unknown'},'ratio':{'basis':'unknown','text':'?'},'strata':{'basis':'unknown'}}}}"
                        .formatted(World.STUDY));
        assertThat(study().design().unknown()).containsExactly("/design/allocation", "/design/ratio", "/design/strata");
        assertThat(study().underWay()).isFalse();
    }

    @Test
    void the_golden_examples_of_the_published_language_can_be_read() {
        for (var type : List.of("StudyDefined.v1", "StudyActivated.v1", "StudyStatusChanged.v1", "SiteOpened.v1")) {
            world.hear("studies", type, Contracts.example(type));
        }
        for (var type : List.of("ConsentGiven.v1", "SubjectEnrolled.v1")) {
            world.hear("enrolment", type, Contracts.example(type));
        }
        assertThat(study().underWay()).isTrue();
        assertThat(study().zoneOf("01")).isPresent();
        assertThat(study().design().unknown()).isNotEmpty();
        var anna = new MongoPeople(world.database).find(ANNA);
        assertThat(anna.enrolledOn()).isEqualTo(LocalDate.of(2025, 3, 10));
        assertThat(anna.withdrawn()).isFalse();
        world.hear("enrolment", "SubjectWithdrawn.v1", Contracts.example("SubjectWithdrawn.v1"));
        assertThat(new MongoPeople(world.database).find(ANNA).withdrawn()).isTrue();
    }

    @Test
    void golden_safety_holds_are_understood_told_twice_and_end_when_they_are_lifted() {
        world.withStudy(ARMS, "[]");
        for (int round = 0; round < 2; round++) {
            world.hear("adverse-events", "SafetyHoldPlaced.v1", Contracts.example("SafetyHoldPlaced.v1"));
        }
        assertThat(study().holds())
                .containsExactly(new SafetyHold(
                        "HO-NCT07146087-1", Instant.parse("2025-04-01T12:00:00Z"), List.of("data-safety-board")));
        world.hear("adverse-events", "SafetyHoldLifted.v1", Contracts.example("SafetyHoldLifted.v1"));
        assertThat(study().holds()).isEmpty();
        assertThat(study().underWay()).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "RECRUITING,true",
        "ENROLLING_BY_INVITATION,true",
        "ACTIVE_NOT_RECRUITING,true",
        "NOT_YET_RECRUITING,false",
        "SUSPENDED,false",
        "TERMINATED,false",
        "COMPLETED,false",
        "WITHDRAWN,false",
        "UNKNOWN_STATUS,false"
    })
    void a_study_is_under_way_in_the_statuses_in_which_people_are_treated(String status, boolean underWay) {
        world.withStudy(ARMS, "[]");
        world.status(status);
        assertThat(study().underWay()).isEqualTo(underWay);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'EXOSOMES':1}",
                "{'EXOSOMES':1,'SALINE':0}",
                "{'EXOSOMES':1,'SALINE':1.5}",
                "{'EXOSOMES':1,'OTHER':1}",
                "{'EXOSOMES':1,'SALINE':1,'OTHER':1}",
                "[1,1]"
            })
    void a_ratio_that_does_not_give_each_arm_its_whole_share_is_unknown(String ratio) {
        var definition = World.definition(ARMS, "[]").replace("{'EXOSOMES':1,'SALINE':1}", ratio);
        world.hear("studies", "StudyDefined.v1", definition);
        assertThat(study().design().unknown()).contains("/design/ratio");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'stratum':'SEX','levels':[]}]",
                "[{'stratum':'SEX','levels':['F','F']}]",
                "[{'stratum':'SEX','levels':['F']},{'stratum':'SEX','levels':['M']}]",
                "[{'levels':['F']}]",
                "'SEX'"
            })
    void strata_that_make_no_sense_are_unknown(String strata) {
        world.hear("studies", "StudyDefined.v1", World.definition(ARMS, strata));
        assertThat(study().design().unknown()).containsExactly("/design/strata");
    }

    @Test
    void somebody_nobody_told_of_is_not_enrolled() {
        assertThat(new MongoPeople(world.database).find(ANNA).enrolledOn()).isNull();
    }

    @Test
    void a_person_is_known_with_the_stratum_even_with_odd_names() {
        world.enrolled(ANNA, "{'a.b':'$x','SEX':'F'}");
        var anna = new MongoPeople(world.database).find(ANNA);
        assertThat(anna.stratum().levels()).isEqualTo(Map.of("a.b", "$x", "SEX", "F"));
        assertThat(anna.enrolledOn()).isEqualTo(LocalDate.of(2025, 3, 10));
        assertThat(anna.withdrawn()).isFalse();
    }

    @Test
    void a_consent_that_is_withdrawn_and_given_again_counts_as_given() {
        world.enrolled(ANNA, "{}");
        world.hear("enrolment", "ConsentWithdrawn.v1", Contracts.example("ConsentWithdrawn.v1"));
        assertThat(new MongoPeople(world.database).find(ANNA).withdrawn()).isTrue();
        world.hear("enrolment", "ConsentGiven.v1", Contracts.example("ConsentGiven.v1"));
        assertThat(new MongoPeople(world.database).find(ANNA).withdrawn()).isFalse();
    }

    @Test
    void told_twice_is_told_once() {
        var projection = new PeopleProjection(world.database);
        var enrolled = World.heard("enrolment", "SubjectEnrolled.v1", 4, Contracts.example("SubjectEnrolled.v1"));
        projection.apply(enrolled);
        var once = world.database.getCollection("people").find().first();
        projection.apply(enrolled);
        assertThat(world.database.getCollection("people").find().first()).isEqualTo(once);
        assertThat(world.database.getCollection("people").countDocuments()).isEqualTo(1);
    }

    private StudyStanding study() {
        return new MongoStudies(world.database).find(World.STUDY).orElseThrow();
    }
}
