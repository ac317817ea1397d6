package io.equipoise.imaging.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.domain.ScanPlan.Closed;
import io.equipoise.imaging.domain.Window;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.web.StrictJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrialProjectionTest {
    private static final JsonMapper JSON = StrictJson.mapper();
    private static final SubjectId ANNA = new SubjectId("NCT07146087", "01", 1);
    private static final LocalDate DAY_0 = LocalDate.parse("2025-03-11");
    private static final List<Heard> STUDY = List.of(
            heard("studies", "study/NCT07146087", 1, "StudyDefined.v1", """
                {"study":"NCT07146087","definition":{"imaging":{"modality":{"basis":"stated","value":"MR"},
                 "scans":{"basis":"unknown","text":"MRI time points"}}}}\
                """),
            heard("studies", "study/NCT07146087", 2, "StudyDefined.v1", """
                {"study":"NCT07146087","definition":{"imaging":{"modality":{"basis":"stated","value":"MR"},
                 "scans":{"basis":"assumed","value":[{"scan":"BASELINE"},{"scan":"WEEK_24"}]}}}}\
                """),
            heard("studies", "study/NCT07146087", 3, "SiteOpened.v1", """
                {"study":"NCT07146087","site":"01","zone":"Pacific/Auckland"}\
                """));
    private static final List<Heard> PERSON = List.of(
            heard("enrolment", "subject/" + ANNA, 1, "SubjectRegistered.v1", person("")),
            heard("enrolment", "subject/" + ANNA, 2, "SubjectEnrolled.v1", person("")),
            heard("enrolment", "subject/" + ANNA, 3, "ConsentWithdrawn.v1", person(",\"withdrawnOn\":\"2025-09-01\"")),
            heard(
                    "enrolment",
                    "subject/" + ANNA,
                    4,
                    "SubjectWithdrawn.v1",
                    person(",\"on\":\"2025-09-03\",\"scope\":\"STUDY\"")));
    private static final List<Heard> CALENDAR = List.of(
            heard("dosing", "calendar/" + ANNA, 1, "CalendarPlanned.v1", calendar(DAY_0)),
            heard("dosing", "calendar/" + ANNA, 2, "DoseAdministered.v1", person("")),
            heard("dosing", "calendar/" + ANNA, 3, "CalendarRecalculated.v1", calendar(DAY_0.plusDays(7))));

    private final MongoClient client = MongoClients.create(TestStack.shared().mongo());

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void knows_what_was_told() {
        var database = database("knows");
        var projection = new TrialProjection(database);
        List.of(STUDY, PERSON, CALENDAR).forEach(stream -> stream.forEach(projection::apply));
        var plans = new MongoScanPlans(database);
        var plan = plans.of(ANNA, "WEEK_24");
        assertThat(plan.subjectKnown()).isTrue();
        assertThat(plan.modality()).isEqualTo("MR");
        assertThat(plan.window()).isEqualTo(new Window(LocalDate.parse("2025-08-19"), LocalDate.parse("2025-09-16")));
        assertThat(plan.closed()).isEqualTo(new Closed(LocalDate.parse("2025-09-01"), "consent withdrawn"));
        assertThat(plans.of(ANNA, "BASELINE").timePointKnown()).isTrue();
        assertThat(plans.of(ANNA, "BASELINE").window()).isNull();
        assertThat(plans.of(ANNA, "DOSE_1").timePointKnown()).isFalse();
        assertThat(plans.of(new SubjectId("NCT07146087", "01", 2), "BASELINE").subjectKnown())
                .isFalse();
        assertThat(plans.zone("NCT07146087", "01")).isEqualTo(ZoneId.of("Pacific/Auckland"));
        assertThat(plans.zone("NCT07146087", "02")).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void time_points_that_a_definition_leaves_open_are_not_known() {
        var database = database("open");
        var projection = new TrialProjection(database);
        projection.apply(STUDY.getFirst());
        assertThat(new MongoScanPlans(database).of(ANNA, "BASELINE").timePointKnown())
                .isFalse();
    }

    @Test
    void who_leaves_only_the_treatment_is_scanned_on() {
        var database = database("treatment");
        var projection = new TrialProjection(database);
        PERSON.subList(0, 2).forEach(projection::apply);
        projection.apply(heard(
                "enrolment",
                "subject/" + ANNA,
                3,
                "SubjectWithdrawn.v1",
                person(",\"on\":\"2025-06-01\",\"scope\":\"TREATMENT\"")));
        assertThat(new MongoScanPlans(database).of(ANNA, "WEEK_24").closed()).isNull();
    }

    /** Streams in any order between each other, each message up to three times, and once more from the start. */
    @Test
    void told_twice_late_and_from_the_start_it_ends_the_same() {
        var reference = database("reference");
        var once = new TrialProjection(reference);
        List.of(STUDY, PERSON, CALENDAR).forEach(stream -> stream.forEach(once::apply));
        var expected = content(reference, once);
        for (int seed = 0; seed < 5; seed++) {
            var database = database("shuffled" + seed);
            var projection = new TrialProjection(database);
            interleaved(new Random(seed)).forEach(projection::apply);
            assertThat(content(database, projection)).as("seed %d", seed).isEqualTo(expected);
            List.of(CALENDAR, PERSON, STUDY).forEach(stream -> stream.forEach(projection::apply));
            assertThat(content(database, projection)).as("seed %d, again", seed).isEqualTo(expected);
        }
    }

    private static List<Heard> interleaved(Random chance) {
        var rests = new ArrayList<List<Heard>>();
        List.of(STUDY, PERSON, CALENDAR).forEach(stream -> rests.add(new ArrayList<>(stream)));
        var all = new ArrayList<Heard>();
        while (!rests.isEmpty()) {
            var stream = rests.get(chance.nextInt(rests.size()));
            var next = stream.removeFirst();
            for (int times = 1 + chance.nextInt(3); times > 0; times--) {
                all.add(next);
            }
            rests.removeIf(List::isEmpty);
        }
        return all;
    }

    private static List<String> content(MongoDatabase database, TrialProjection projection) {
        var content = new ArrayList<String>();
        for (var name : projection.collections()) {
            for (Document document : database.getCollection(name).find().sort(Sorts.ascending("_id"))) {
                content.add(name + document.toJson());
            }
        }
        assertThat(content).hasSize(4);
        return content;
    }

    private MongoDatabase database(String name) {
        var database = client.getDatabase("trial-projection-" + name);
        database.drop();
        return database;
    }

    private static String person(String more) {
        return "{\"subject\":\"%s\",\"study\":\"NCT07146087\",\"site\":\"01\"%s}".formatted(ANNA, more);
    }

    private static String calendar(LocalDate day0) {
        var week24 = day0.plusDays(168);
        return """
            {"subject":"%s","study":"NCT07146087","site":"01","entries":[
             {"entry":"DOSE_1","title":"Infusion 1","kind":"DOSE","planned":"%s","state":"PLANNED"},
             {"entry":"WEEK_24","title":"Week 24 MRI","kind":"SCAN","planned":"%s","earliest":"%s","latest":"%s",
              "state":"PLANNED"}]}\
            """.formatted(ANNA, day0, week24, week24.minusDays(14), week24.plusDays(14));
    }

    private static Heard heard(String topic, String stream, long version, String type, String json) {
        return new Heard(
                "other",
                topic,
                stream,
                version,
                1,
                type,
                JSON.readTree(json),
                Instant.EPOCH.plusSeconds(version),
                null,
                null,
                null);
    }
}
