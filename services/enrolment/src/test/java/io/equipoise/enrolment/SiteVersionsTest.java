package io.equipoise.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.adapter.cel.CelRules;
import io.equipoise.enrolment.adapter.mongo.MongoStudies;
import io.equipoise.enrolment.domain.Activation;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.web.StrictJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An amendment that is in force at one site and not yet at another. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SiteVersionsTest {
    private static final List<Heard> TOLD = List.of(
            told("StudyDefined.v1", "{\"study\":\"S\",\"version\":1,\"definition\":{}}"),
            told("StudyActivated.v1", "{\"study\":\"S\",\"version\":1,\"activatedOn\":\"2025-02-03\"}"),
            told("StudyDefined.v1", "{\"study\":\"S\",\"version\":2,\"definition\":{}}"),
            told("StudyDefined.v1", "{\"study\":\"S\",\"version\":3,\"definition\":{}}"),
            told(
                    "SiteVersionActivated.v1",
                    "{\"study\":\"S\",\"site\":\"01\",\"version\":2,\"activatedOn\":\"2025-06-16\"}"));

    private static Heard told(String type, String json) {
        var data = StrictJson.mapper().readTree(json);
        return new Heard("study-design", "studies", "study/S", 1, 1, type, data, Instant.EPOCH, null, null, null);
    }

    private static int version(MongoStudies studies, String site) {
        return studies.find("S", site).orElseThrow().protocol().version();
    }

    @Test
    void an_amendment_is_in_force_from_its_activation_on() {
        try (var house = new TestHouse()) {
            var studies = new MongoStudies(house.database, new CelRules(), StrictJson.mapper());
            for (int version = 1; version <= 3; version++) {
                studies.apply(
                        told("StudyDefined.v1", "{\"study\":\"S\",\"version\":" + version + ",\"definition\":{}}"));
                if (version == 2) {
                    studies.apply(told(
                            "StudyActivated.v1", "{\"study\":\"S\",\"version\":2,\"activatedOn\":\"2025-02-03\"}"));
                }
                assertThat(studies.find("S").orElseThrow().protocol().version()).isEqualTo(Math.min(version, 2));
            }
        }
    }

    @Test
    void people_are_assessed_and_moved_by_the_version_of_their_site() {
        try (var house = new TestHouse()) {
            var studies = new MongoStudies(house.database, new CelRules(), StrictJson.mapper());
            TOLD.forEach(studies::apply);
            TOLD.forEach(studies::apply);
            assertThat(version(studies, "01")).isEqualTo(2);
            assertThat(version(studies, "02")).isEqualTo(1);
            assertThat(studies.find("S").orElseThrow().protocol().version()).isEqualTo(1);
            assertThat(studies.find("S", "01").orElseThrow().activation(2))
                    .hasValue(new Activation(2, LocalDate.parse("2025-06-16")));
            assertThat(studies.find("S", "02").orElseThrow().activation(2)).isEmpty();
        }
    }

    @Test
    void what_is_activated_for_the_whole_study_later_holds_at_every_site() {
        try (var house = new TestHouse()) {
            var studies = new MongoStudies(house.database, new CelRules(), StrictJson.mapper());
            TOLD.forEach(studies::apply);
            studies.apply(told("StudyActivated.v1", "{\"study\":\"S\",\"version\":3,\"activatedOn\":\"2025-07-01\"}"));
            assertThat(version(studies, "01")).isEqualTo(3);
            assertThat(version(studies, "02")).isEqualTo(3);
        }
    }
}
