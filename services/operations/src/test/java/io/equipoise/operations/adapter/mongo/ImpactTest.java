package io.equipoise.operations.adapter.mongo;

import static io.equipoise.operations.adapter.mongo.TaleStore.NOW;
import static io.equipoise.operations.adapter.mongo.TaleStore.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.operations.Tales;
import io.equipoise.operations.application.Amendments;
import io.equipoise.operations.application.Impact;
import io.equipoise.operations.application.Impact.Affected;
import io.equipoise.operations.application.Part;
import io.equipoise.operations.application.Person;
import io.equipoise.operations.application.Trial;
import io.equipoise.platform.consume.Heard;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whom an amendment concerns, told of the whole tale of a trial. Version 2 is the one that everybody was enrolled by. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImpactTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> EVERY_SITE = Set.of(Trial.EVERY_SITE);
    private static final Map<Integer, String> AMENDED = Map.of(
            3, "/consent", 4, "/eligibility", 5, "/dosing", 6, "/imaging", 7, "/design/ratio", 8, "/outcomes", 9, "");

    @RegisterExtension
    static final TaleStore STORE = new TaleStore();

    private static Amendments amendments;
    private static Trial trial;

    @BeforeAll
    static void a_trial_is_amended_seven_times() {
        var tale = Tales.of(TODAY);
        var database = STORE.told(tale);
        var projection = new TrialProjection(database, heard -> {});
        var defined = tale.stream()
                .filter(heard -> heard.type().equals("StudyDefined.v1"))
                .findFirst()
                .orElseThrow();
        AMENDED.forEach((version, pointer) -> projection.apply(amended(defined, version, pointer)));
        var trials = new MongoTrials(database);
        trial = trials.trial(defined.text("study")).orElseThrow();
        amendments = new Amendments(trials, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** The definition with something else at one pointer, its fields in another order. */
    private static Heard amended(Heard defined, int version, String pointer) {
        var data = (ObjectNode) defined.data().deepCopy();
        data.put("version", version);
        data.set("definition", backwards(data.path("definition")));
        if (!pointer.isEmpty()) {
            var parent = (ObjectNode) data.path("definition").at(pointer.substring(0, pointer.lastIndexOf('/')));
            parent.set(pointer.substring(pointer.lastIndexOf('/') + 1), JSON.readTree("{\"basis\":\"unknown\"}"));
        }
        return new Heard(
                defined.source(),
                defined.topic(),
                defined.stream(),
                1000 + version,
                1,
                defined.type(),
                data,
                NOW,
                null,
                null,
                null);
    }

    private static JsonNode backwards(JsonNode node) {
        if (!node.isObject()) {
            return node;
        }
        var turned = JSON.createObjectNode();
        node.propertyNames().stream().toList().reversed().forEach(name -> turned.set(name, backwards(node.path(name))));
        return turned;
    }

    private static Impact impact(int to) {
        return amendments.impact(trial.study().study(), 2, to, EVERY_SITE).orElseThrow();
    }

    private static Person person(Affected affected) {
        return trial.people().stream()
                .filter(person -> person.subject().equals(affected.subject()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_changed_consent_concerns_everybody_who_agreed_and_is_in() {
        var impact = impact(3);
        assertThat(impact.touches()).containsExactly(Part.CONSENT);
        assertThat(impact.people())
                .as("twenty enrolled, one of whom took it back")
                .hasSize(19)
                .allSatisfy(affected -> {
                    assertThat(person(affected).enrolment().consentedOn()).isNotNull();
                    assertThat(person(affected).enrolment().consentWithdrawnOn())
                            .isNull();
                    assertThat(person(affected).enrolment().failure()).isNull();
                });
    }

    @Test
    void changed_eligibility_concerns_those_in_screening_only() {
        var impact = impact(4);
        assertThat(impact.touches()).containsExactly(Part.ELIGIBILITY);
        assertThat(impact.people()).extracting(Affected::subject).containsExactly(Tales.subject(29));
    }

    @Test
    void changed_dosing_concerns_those_with_doses_to_come_and_says_how_many() {
        var impact = impact(5);
        assertThat(impact.touches()).containsExactly(Part.DOSING);
        assertThat(impact.people()).isNotEmpty().allSatisfy(affected -> {
            var person = person(affected);
            assertThat(person.leftTreatment()).isNull();
            var open = person.entries().stream()
                    .filter(entry -> entry.dose() != null)
                    .filter(entry -> {
                        var dose = person.dose(entry.dose());
                        return dose == null || !dose.settled();
                    })
                    .count();
            assertThat(open).isPositive();
            assertThat(affected.because().getFirst().why()).startsWith(open + " dose");
        });
        var out = trial.people().stream()
                .filter(person -> person.leftTreatment() != null)
                .toList();
        assertThat(out).isNotEmpty();
        assertThat(impact.people())
                .extracting(Affected::subject)
                .doesNotContainAnyElementsOf(out.stream().map(Person::subject).toList());
    }

    @Test
    void changed_imaging_concerns_those_with_scans_to_come_and_a_changed_ratio_those_not_randomized() {
        assertThat(impact(6).touches()).containsExactly(Part.IMAGING);
        assertThat(impact(6).people())
                .isNotEmpty()
                .allSatisfy(affected ->
                        assertThat(affected.because().getFirst().why()).contains("scan"));
        assertThat(impact(7).touches()).containsExactly(Part.ALLOCATION);
        assertThat(impact(7).people()).extracting(Affected::subject).containsExactly(Tales.subject(28));
    }

    @Test
    void what_concerns_nobody_concerns_nobody() {
        assertThat(impact(8).touches()).isEmpty();
        assertThat(impact(8).people()).isEmpty();
        assertThat(impact(9).touches()).as("the same in another order").isEmpty();
    }

    @Test
    void versions_far_apart_are_compared_by_what_they_say() {
        var both = amendments.impact(trial.study().study(), 3, 4, EVERY_SITE).orElseThrow();
        assertThat(both.touches()).containsExactly(Part.CONSENT, Part.ELIGIBILITY);
        assertThat(amendments.impact(trial.study().study(), 2, 99, EVERY_SITE)).isEmpty();
        assertThat(amendments.impact("NOSUCH", 2, 3, EVERY_SITE)).isEmpty();
    }

    @Test
    void staff_of_a_site_see_their_people_only() {
        var seen = amendments.impact(trial.study().study(), 2, 3, Set.of("02")).orElseThrow();
        assertThat(seen.people()).isNotEmpty().extracting(Affected::site).containsOnly("02");
    }

    @Test
    void who_moved_to_the_later_version_is_done() {
        var concerned = impact(3).people().getFirst().subject();
        var database = STORE.told(Tales.of(TODAY));
        var projection = new TrialProjection(database, heard -> {});
        var defined = Tales.of(TODAY).stream()
                .filter(heard -> heard.type().equals("StudyDefined.v1"))
                .findFirst()
                .orElseThrow();
        projection.apply(amended(defined, 3, "/consent"));
        var trials = new MongoTrials(database);
        var before = new Amendments(trials, Clock.fixed(NOW, ZoneOffset.UTC))
                .impact(trial.study().study(), 2, 3, EVERY_SITE)
                .orElseThrow();
        projection.apply(new Heard(
                "enrolment",
                "enrolment",
                "subject/" + concerned,
                1000,
                1,
                "SubjectMovedToVersion.v1",
                JSON.readTree("""
                    {"subject":"%s","study":"%s","site":"01","from":2,"version":3,"on":"2026-11-20","reason":"r"}\
                    """.formatted(concerned, trial.study().study())),
                NOW,
                null,
                null,
                null));
        var after = new Amendments(trials, Clock.fixed(NOW, ZoneOffset.UTC))
                .impact(trial.study().study(), 2, 3, EVERY_SITE)
                .orElseThrow();
        assertThat(before.people()).extracting(Affected::subject).contains(concerned);
        assertThat(after.people()).extracting(Affected::subject).doesNotContain(concerned);
    }
}
