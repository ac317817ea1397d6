package io.equipoise.dosing.adapter.kafka;

import static io.equipoise.dosing.domain.Ward.ANNA;
import static io.equipoise.dosing.domain.Ward.BERLIN;
import static io.equipoise.dosing.domain.Ward.FULL;
import static io.equipoise.dosing.domain.Ward.day;
import static io.equipoise.dosing.domain.Ward.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.Contracts;
import io.equipoise.dosing.domain.CalendarEvent;
import io.equipoise.dosing.domain.CalendarEvent.CalendarAmended;
import io.equipoise.dosing.domain.CalendarEvent.CalendarDrawn;
import io.equipoise.dosing.domain.CalendarEvent.CalendarRecalculated;
import io.equipoise.dosing.domain.CalendarEvent.CompanionTreatmentRecorded;
import io.equipoise.dosing.domain.CalendarEvent.DoseAdministered;
import io.equipoise.dosing.domain.CalendarEvent.DoseHeld;
import io.equipoise.dosing.domain.CalendarEvent.DoseMissed;
import io.equipoise.dosing.domain.CalendarEvent.DoseReduced;
import io.equipoise.dosing.domain.CalendarEvent.DoseReleased;
import io.equipoise.dosing.domain.CalendarEvent.DoseTakenAsNeeded;
import io.equipoise.dosing.domain.CalendarEvent.DosingStopped;
import io.equipoise.dosing.domain.CalendarEvent.StopNoted;
import io.equipoise.dosing.domain.CohortEvent;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.Infusion.Interruption;
import io.equipoise.dosing.domain.Rhythm;
import io.equipoise.dosing.domain.Schedule.FirstDose;
import io.equipoise.dosing.domain.StopScope;
import io.equipoise.dosing.domain.Trial;
import io.equipoise.dosing.domain.Ward;
import io.equipoise.dosing.domain.Ward.Flat;
import io.equipoise.dosing.domain.quantity.Measured;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.relay.Message;
import io.equipoise.platform.web.StrictJson;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContractTest {
    private static final JsonMapper JSON = StrictJson.mapper();

    private static final Attribution BY = new Attribution(
            "c1",
            "",
            "coord-01",
            "site-coordinator",
            Instant.parse("2025-03-11T10:00:00Z"),
            null,
            null,
            "r1",
            null,
            null);

    static Stream<CalendarEvent> facts() {
        return Stream.concat(planned(), unplanned());
    }

    private static Stream<CalendarEvent> planned() {
        var planned = (CalendarDrawn) Ward.ANNAS_CALENDAR.getFirst();
        var lines = planned.entries();
        return Stream.of(
                new CalendarDrawn(
                        planned.day0(),
                        BERLIN,
                        2,
                        planned.drawn(),
                        List.of(lines.get(0), lines.get(5)),
                        "randomized on 2025-03-11"),
                new CalendarRecalculated(
                        planned.day0(), List.of(lines.get(1), lines.get(5)), "infusion 1 given on 2025-03-12"),
                new DoseAdministered(
                        1,
                        "K-483920",
                        "P-0001",
                        Instant.parse("2025-03-11T09:00:00Z"),
                        Instant.parse("2025-03-11T09:45:00Z"),
                        day("2025-03-11"),
                        FULL,
                        List.of(new Interruption(
                                Instant.parse("2025-03-11T09:20:00Z"),
                                Instant.parse("2025-03-11T09:25:00Z"),
                                "line flushed")),
                        List.of(Deviation.OUT_OF_WINDOW),
                        "kept at home"),
                new DoseHeld(2, day("2025-06-03"), "grade 3 adverse event"),
                new DoseReleased(2, day("2025-06-05"), "resolved to grade 1"),
                new DoseMissed(3, day("2025-09-02"), "did not attend"),
                new DosingStopped(day("2025-09-01"), StopScope.STUDY, "consent withdrawn"));
    }

    private static Stream<CalendarEvent> unplanned() {
        return Stream.of(
                new DoseTakenAsNeeded(
                        "RESCUE",
                        1,
                        "L-7",
                        Instant.parse("2025-03-11T21:00:00Z"),
                        Instant.parse("2025-03-11T21:05:00Z"),
                        day("2025-03-11"),
                        null,
                        List.of(),
                        List.of(),
                        "INHALATION",
                        new Measured("10", "mg"),
                        "10 mg",
                        null,
                        null,
                        List.of(),
                        Map.of("BODY_SITE", "kept at home")),
                new CompanionTreatmentRecorded(
                        "BACKGROUND_THERAPY",
                        "Stable background MS therapy",
                        true,
                        day("2024-02-01"),
                        day("2025-06-30"),
                        "kept at home"));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void what_is_told_is_the_golden_example(CalendarEvent fact) {
        var message = told(fact).getFirst();
        assertThat(message.topic()).isEqualTo("dosing");
        assertThat(JSON.<JsonNode>valueToTree(message.data()))
                .isEqualTo(JSON.readTree(Contracts.example(message.type())));
    }

    @Test
    void every_event_of_the_topic_is_told_by_somebody() {
        assertThat(facts().map(fact -> told(fact).getFirst().type()))
                .containsExactlyInAnyOrderElementsOf(Contracts.events("dosing").stream()
                        .map(Contracts.Event::type)
                        .toList());
    }

    @Test
    void an_unknown_window_is_told_as_unknown_and_is_within_the_contract() {
        var open = new Flat(1, Period.parse("P12W"), new FirstDose("RANDOMIZATION", 0), null, null, FULL, List.of())
                .protocol();
        var planned = Ward.after(List.of(), plan(day("2025-03-11"), BERLIN, 2, open));
        var json = JSON.writeValueAsString(told(planned.getFirst()).getFirst().data());
        assertThat(Contracts.problems("CalendarPlanned.v1", json)).isEmpty();
        assertThat(JSON.readTree(json).at("/entries/0/earliest").isNull()).isTrue();
    }

    @Test
    void what_was_noted_before_any_calendar_and_why_a_deviation_was_accepted_stay_at_home() {
        assertThat(told(new StopNoted(day("2025-03-20"), StopScope.STUDY, "moved away")))
                .isEmpty();
        assertThat(facts().map(fact ->
                        JSON.writeValueAsString(told(fact).getFirst().data())))
                .noneMatch(text -> text.contains("kept at home"));
    }

    @Test
    void what_came_from_a_lot_is_told_with_its_course_route_and_amount() {
        var drug = Trial.of(Trial.course("Drug", new Rhythm.Once())).open();
        var given = Ward.after(Ward.after(List.of(), drug.plan("2025-03-11")), Ward.fromLot(1, "2025-03-11", "L-7"));
        var data = JSON.<JsonNode>valueToTree(
                told(given.subList(1, given.size())).getFirst().data());
        assertThat(Contracts.problems("DoseAdministered.v1", data.toString())).isEmpty();
        assertThat(data.path("packagingLot").asString()).isEqualTo("L-7");
        assertThat(data.path("course").asString()).isEqualTo("DRUG");
        assertThat(data.path("route").asString()).isEqualTo("INTRAVENOUS");
        assertThat(data.at("/amount/number").asString()).isEqualTo("150");
        assertThat(data.has("volume")).isFalse();
    }

    @Test
    void a_dose_reduced_on_purpose_is_told_as_such_without_the_reason() {
        var facts = new ArrayList<>(Ward.ANNA_HAD_ONE.subList(1, Ward.ANNA_HAD_ONE.size()));
        facts.add(new DoseReduced(1, "0.5", "kept at home"));
        var json = JSON.writeValueAsString(told(facts).getFirst().data());
        assertThat(Contracts.problems("DoseAdministered.v1", json)).isEmpty();
        assertThat(JSON.readTree(json).path("reducedTo").asString()).isEqualTo("0.5");
        assertThat(json).doesNotContain("kept at home");
        assertThat(told(new DoseReduced(1, "0.5", "kept at home"))).isEmpty();
    }

    @Test
    void what_a_blinded_kit_held_is_not_told() {
        var facts = Ward.ANNA_HAD_ONE.subList(1, Ward.ANNA_HAD_ONE.size());
        var data = JSON.<JsonNode>valueToTree(told(facts).getFirst().data());
        assertThat(data.path("course").asString()).isEqualTo("INFUSION");
        assertThat(data.has("amount")).isFalse();
    }

    @Test
    void an_amended_calendar_is_told_as_recalculated_with_what_was_dropped() {
        var lines = ((CalendarDrawn) Ward.ANNAS_CALENDAR.getFirst()).entries();
        var planned = (CalendarDrawn) Ward.ANNAS_CALENDAR.getFirst();
        var told = told(new CalendarAmended(
                        day("2025-03-11"),
                        3,
                        planned.drawn(),
                        lines.subList(0, 1),
                        lines.subList(1, 2),
                        day("2025-04-01"),
                        "safety board"))
                .getFirst();
        assertThat(told.type()).isEqualTo("CalendarRecalculated.v1");
        var json = JSON.writeValueAsString(told.data());
        assertThat(Contracts.problems("CalendarRecalculated.v1", json)).isEmpty();
        assertThat(JSON.readTree(json).path("entries")).hasSize(2);
    }

    @Test
    void dose_groups_stay_at_home() {
        var put = new CohortEvent.PersonPutInCohort(ANNA.toString(), "L1", day("2025-03-11"), "next");
        assertThat(new DosingLanguage().tell(new Commit<>("cohorts/NCT07146087", 1, 0, 1, BY, List.of(put))))
                .isEmpty();
        assertThat(new DosingLanguage().topics("cohorts/NCT07146087")).isEmpty();
    }

    @Test
    void only_calendars_are_told() {
        assertThat(new DosingLanguage().topics("calendar/" + ANNA)).containsExactly("dosing");
        assertThat(new DosingLanguage().topics("closed/7")).isEmpty();
    }

    private static List<Message> told(CalendarEvent fact) {
        return told(List.of(fact));
    }

    private static List<Message> told(List<CalendarEvent> facts) {
        return new DosingLanguage().tell(new Commit<>("calendar/" + ANNA, 1, 0, 1, BY, List.copyOf(facts)));
    }
}
