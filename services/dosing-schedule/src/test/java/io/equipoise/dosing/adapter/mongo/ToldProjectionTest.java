package io.equipoise.dosing.adapter.mongo;

import static io.equipoise.dosing.adapter.mongo.Told.ENROLMENT;
import static io.equipoise.dosing.adapter.mongo.Told.RANDOMIZATION;
import static io.equipoise.dosing.adapter.mongo.Told.STUDIES;
import static io.equipoise.dosing.adapter.mongo.Told.STUDY;
import static io.equipoise.dosing.domain.Ward.ANNA;
import static io.equipoise.dosing.domain.Ward.BORIS;
import static io.equipoise.dosing.domain.Ward.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.Store;
import io.equipoise.dosing.application.KnownFacts.Entered;
import io.equipoise.dosing.domain.Circumstances.Consent;
import io.equipoise.dosing.domain.Circumstances.Kit;
import io.equipoise.dosing.domain.Circumstances.Withdrawal;
import io.equipoise.dosing.domain.StopScope;
import io.equipoise.dosing.domain.StudyStatus.Change;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.web.StrictJson;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ToldProjectionTest {
    private final Store store = new Store();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_safety_hold_told_twice_covers_the_time_until_it_was_lifted() {
        apply("held", List.of(Told.HOLD_PLACED, Told.HOLD_PLACED));
        var open = new MongoKnownFacts(store.database("held"), StrictJson.mapper()).status(STUDY);
        assertThat(open.heldAt(Instant.parse("2025-04-01T11:59:59Z"))).isEmpty();
        assertThat(open.heldAt(Instant.parse("2026-04-01T12:00:00Z"))).isPresent();
        apply("held", List.of(Told.HOLD_LIFTED, Told.HOLD_LIFTED));
        var lifted = new MongoKnownFacts(store.database("held"), StrictJson.mapper()).status(STUDY);
        assertThat(lifted.heldAt(Instant.parse("2025-04-02T11:59:59Z"))).isPresent();
        assertThat(lifted.heldAt(Instant.parse("2025-04-02T12:00:00Z"))).isEmpty();
    }

    @Test
    void an_infusion_is_decided_on_what_was_told() {
        apply("once", all());
        var known = new MongoKnownFacts(store.database("once"), StrictJson.mapper());
        var around = known.around(ANNA, "K-1");
        assertThat(around.consents())
                .containsExactly(new Consent(true, day("2025-03-03")), new Consent(false, day("2025-09-01")));
        assertThat(around.withdrawals()).containsExactly(new Withdrawal(day("2025-09-01"), StopScope.STUDY));
        assertThat(around.kit())
                .isEqualTo(new Kit(
                        "K-1",
                        ANNA.toString(),
                        1,
                        "P-0001",
                        Instant.parse("2025-03-11T08:30:00Z"),
                        Instant.parse("2025-03-11T12:00:00Z")));
        assertThat(known.zone(STUDY, "01")).contains(ZoneId.of("Europe/Berlin"));
        assertThat(known.zone(STUDY, "02")).isEmpty();
    }

    @Test
    void the_status_of_a_day_is_the_definitions_until_a_change_is_told() {
        apply("once", all());
        var status = new MongoKnownFacts(store.database("once"), StrictJson.mapper()).status(STUDY);
        assertThat(status.on(day("2025-03-11")))
                .contains(new Change("RECRUITING", day("2025-02-03"), "as version 2 of the definition says"));
        assertThat(status.on(day("2025-05-01")).map(Change::status)).contains("SUSPENDED");
        assertThat(status.on(day("2025-06-03")).map(Change::status)).contains("RECRUITING");
    }

    @Test
    void the_activated_version_governs_and_never_one_that_is_only_defined() {
        apply("once", all());
        var known = new MongoKnownFacts(store.database("once"), StrictJson.mapper());
        assertThat(known.governing(STUDY, day("2025-03-11")).orElseThrow().version())
                .isEqualTo(2);
        apply("early", STUDIES.subList(0, 2));
        assertThat(new MongoKnownFacts(store.database("early"), StrictJson.mapper())
                        .governing(STUDY, day("2025-03-11")))
                .isEmpty();
    }

    @Test
    void a_version_activated_at_one_site_governs_there_and_nowhere_else_until_it_does_everywhere() {
        apply("ahead", all());
        apply("ahead", Told.AHEAD_AT_SITE_02);
        var known = new MongoKnownFacts(store.database("ahead"), StrictJson.mapper());
        assertThat(at(known, "01", "2025-03-11")).isEqualTo(2);
        assertThat(at(known, "02", "2025-03-11")).isEqualTo(3);
        assertThat(at(known, "02", "2025-02-28")).isEqualTo(2);
        assertThat(known.governing(STUDY, day("2025-03-11")).orElseThrow().version())
                .isEqualTo(2);
        assertThat(known.version(person("02"), 3)).isPresent();
        assertThat(known.version(person("01"), 3)).isEmpty();
        apply("ahead", Told.EVERYWHERE_LATER);
        assertThat(at(known, "01", "2025-03-11")).isEqualTo(2);
        assertThat(at(known, "01", "2025-04-01")).isEqualTo(3);
        assertThat(at(known, "02", "2025-03-11")).isEqualTo(3);
    }

    @Test
    void where_a_study_is_active_for_enrolment_only_so_is_the_version_of_a_site() {
        apply("kept", STUDIES.subList(0, 1));
        apply("kept", List.of(Told.FOR_ENROLMENT_ONLY));
        apply("kept", Told.AHEAD_AT_SITE_02);
        var known = new MongoKnownFacts(store.database("kept"), StrictJson.mapper());
        assertThat(known.governing(person("02"), day("2025-03-11")))
                .hasValueSatisfying(governing -> assertThat(governing.dosing()).isFalse());
    }

    private static int at(MongoKnownFacts known, String site, String on) {
        return known.governing(person(site), day(on)).orElseThrow().version();
    }

    private static SubjectId person(String site) {
        return new SubjectId(STUDY, site, 1);
    }

    @Test
    void a_version_for_enrolment_only_gives_way_to_one_for_dosing_as_soon_as_there_is_one() {
        apply("both", all());
        apply("both", List.of(Told.FOR_ENROLMENT_ONLY));
        var known = new MongoKnownFacts(store.database("both"), StrictJson.mapper());
        assertThat(known.governing(STUDY, day("2025-01-10")).orElseThrow().version())
                .isEqualTo(2);
        apply("alone", STUDIES.subList(0, 1));
        apply("alone", List.of(Told.FOR_ENROLMENT_ONLY));
        var alone = new MongoKnownFacts(store.database("alone"), StrictJson.mapper());
        assertThat(alone.governing(STUDY, day("2025-01-10")).orElseThrow().dosing())
                .isFalse();
    }

    @Test
    void who_entered_the_study_and_when_is_known() {
        apply("once", all());
        var known = new MongoKnownFacts(store.database("once"), StrictJson.mapper());
        assertThat(known.entered(ANNA)).isEqualTo(new Entered(day("2025-03-10"), null));
        assertThat(known.people(STUDY)).containsExactly(ANNA);
        assertThat(known.entered(BORIS)).isEqualTo(new Entered(null, null));
    }

    @Test
    void told_twice_or_from_the_start_again_it_ends_the_same() {
        apply("once", all());
        var twice = new ArrayList<Heard>();
        all().forEach(heard -> twice.addAll(List.of(heard, heard)));
        apply("twice", twice);
        apply("again", all());
        apply("again", all());
        assertThat(contents("twice")).isEqualTo(contents("once"));
        assertThat(contents("again")).isEqualTo(contents("once"));
    }

    @Test
    void whichever_topic_comes_late_it_ends_the_same() {
        apply("once", all());
        apply("late", RANDOMIZATION);
        apply("late", ENROLMENT);
        apply("late", STUDIES);
        assertThat(contents("late")).isEqualTo(contents("once"));
    }

    @Test
    void a_message_with_more_in_it_than_we_know_is_read_all_the_same() {
        var more = StrictJson.mapper().readTree("""
            {"subject":"NCT07146087-01-0001","consentVersion":"2.0","givenOn":"2025-10-01","new":{"field":[1]}}\
            """);
        var last = ENROLMENT.getLast();
        apply(
                "more",
                List.of(new Heard(
                        last.source(),
                        last.topic(),
                        last.stream(),
                        6,
                        1,
                        "ConsentGiven.v1",
                        more,
                        last.at(),
                        null,
                        null,
                        null)));
        var known = new MongoKnownFacts(store.database("more"), StrictJson.mapper());
        assertThat(known.around(ANNA, "K-1").consents()).containsExactly(new Consent(true, day("2025-10-01")));
    }

    private static List<Heard> all() {
        var all = new ArrayList<>(STUDIES);
        all.addAll(ENROLMENT);
        all.addAll(RANDOMIZATION);
        return all;
    }

    private void apply(String database, List<Heard> messages) {
        var projection = new ToldProjection(store.database(database));
        messages.forEach(projection::apply);
    }

    private List<String> contents(String database) {
        var db = store.database(database);
        var contents = Store.contents(db, new ToldProjection(db).collections());
        assertThat(contents).hasSize(10);
        return contents;
    }
}
