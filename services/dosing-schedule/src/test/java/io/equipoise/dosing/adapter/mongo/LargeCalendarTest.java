package io.equipoise.dosing.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.Calendar;
import io.equipoise.dosing.domain.CalendarCommand;
import io.equipoise.dosing.domain.CalendarEvent;
import io.equipoise.platform.Decision;
import io.equipoise.platform.web.StrictJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A calendar of 500 visits and 104 doses; prints what drawing it and moving it take, as multiples of parsing its file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LargeCalendarTest {
    private static final LocalDate DAY_0 = LocalDate.parse("2026-03-02");
    private static final Instant NOW = Instant.parse("2026-03-30T10:00:00Z");

    @Test
    void one_dose_held_leaves_the_other_lines_of_a_large_calendar_as_they_were() {
        read();
        long begun = System.nanoTime();
        var tree = StrictJson.mapper().readTree(definition());
        long parsed = System.nanoTime();
        var protocol = new DefinitionReader(tree).protocol();
        var planned = Calendar.DECIDER.replay(decide(
                Calendar.DECIDER.initial(),
                new CalendarCommand.Plan("RANDOMIZATION", DAY_0, ZoneId.of("Europe/Berlin"), 2, protocol, null, true)));
        assertThat(planned.entries().size() + planned.visits().size()).isEqualTo(604);
        long drawn = System.nanoTime();
        var facts = decide(planned, new CalendarCommand.Hold(3, LocalDate.parse("2026-03-16"), "fever", NOW));
        var moved = Calendar.DECIDER.replay(planned, facts);
        assertThat(moved.entries().size() + moved.visits().size()).isEqualTo(604);
        long recalculated = System.nanoTime();
        System.out.printf(
                "figure: a calendar of %d lines, its file parsed in %.1f ms; drawn in %.1f times that, recalculated in"
                        + " %.1f times that%n",
                planned.entries().size() + planned.visits().size(),
                (parsed - begun) / 1e6,
                (drawn - parsed) / (double) (parsed - begun),
                (recalculated - drawn) / (double) (parsed - begun));
        assertThat(planned.entries()).hasSize(104);
        assertThat(planned.visits()).hasSize(500);
        assertThat(moved.visits()).isEqualTo(planned.visits());
        assertThat(moved.entries())
                .filteredOn(entry -> !planned.entries().contains(entry))
                .hasSize(1);
    }

    private static void read() {
        new DefinitionReader(StrictJson.mapper().readTree(definition())).protocol();
    }

    private static List<CalendarEvent> decide(Calendar before, CalendarCommand command) {
        return ((Decision.Accepted<CalendarEvent>) Calendar.DECIDER.decide().apply(before, command)).facts();
    }

    private static String definition() {
        return """
            {"dosing": {"firstDose": {"basis": "stated", "value": {"anchor": "RANDOMIZATION", "day": 0}},
              "courses": [{"course": "C", "title": "Weekly", "route": {"basis": "stated", "value": "INTRAVENOUS"},
                "amount": {"basis": "stated", "value": {"per": "DOSE", "number": "150", "unit": "mg"}},
                "schedule": {"basis": "stated", "value": {"kind": "EVERY", "interval": "P7D", "count": 104}},
                "minimumGap": {"basis": "stated", "value": "P5D"},
                "window": {"basis": "stated", "value": {"before": "P1D", "after": "P1D"}}}]},
             "visits": {"basis": "stated", "value": [%s]},
             "eligibility": {"rules": [%s]}}\
            """.formatted(
                        IntStream.range(0, 500)
                                .mapToObj("{\"visit\": \"V%1$d\", \"title\": \"Visit %1$d\", \"day\": %1$d}"::formatted)
                                .collect(Collectors.joining(",")),
                        IntStream.range(0, 2_000)
                                .mapToObj(
                                        "{\"rule\": \"R%d\", \"kind\": \"INCLUSION\", \"when\": \"fact.edss >= 3.0\"}"
                                                ::formatted)
                                .collect(Collectors.joining(",")));
    }
}
