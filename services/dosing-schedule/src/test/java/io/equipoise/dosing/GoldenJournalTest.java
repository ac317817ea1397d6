package io.equipoise.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.equipoise.dosing.domain.Calendar;
import io.equipoise.dosing.domain.CalendarEvent;
import io.equipoise.dosing.domain.Entry;
import io.equipoise.dosing.domain.Entry.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Journals as each release wrote them; they are never edited, and every later release reads them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenJournalTest {

    @Test
    void annas_year_as_first_written_still_gives_the_same_calendar() throws IOException {
        var calendar = Calendar.DECIDER.replay(facts("anna.json"));
        assertThat(calendar.entries())
                .extracting(Entry::state)
                .containsExactly(
                        State.GIVEN,
                        State.GIVEN,
                        State.MISSED,
                        State.CANCELLED,
                        State.PLANNED,
                        State.PLANNED,
                        State.CANCELLED);
        assertThat(calendar.entries().get(1).because()).isEqualTo("given on 2025-06-19");
        assertThat(calendar.entries().get(2).planned()).isEqualTo("2025-08-28");
    }

    @Test
    void a_withdrawal_noted_before_any_calendar_is_still_read() throws IOException {
        var stop = Calendar.DECIDER.replay(facts("boris.json")).stop();
        assertThat(stop).isNotNull();
        assertThat(Objects.requireNonNull(stop).on()).isEqualTo("2025-03-20");
    }

    @Test
    void claras_two_courses_and_their_amendment_still_give_the_same_calendar() throws IOException {
        var calendar = Calendar.DECIDER.replay(facts("clara.json"));
        assertThat(calendar.entries())
                .extracting(Entry::title, line -> line.planned().toString(), Entry::state)
                .containsExactly(
                        tuple("Intrathecal 1", "2026-03-02", State.GIVEN),
                        tuple("Intravenous 1", "2026-03-02", State.GIVEN),
                        tuple("Intravenous 2", "2026-03-16", State.PLANNED));
    }

    @Test
    void what_dora_got_beside_her_plan_is_still_read() throws IOException {
        var calendar = Calendar.DECIDER.replay(facts("dora.json"));
        assertThat(calendar.companions())
                .extracting(one -> one.companion() + " " + one.until())
                .containsExactly("BACKGROUND_THERAPY 2026-04-01");
        assertThat(calendar.asNeeded())
                .extracting(taken -> taken.course() + " " + taken.startedOn())
                .containsExactly("RESCUE 2026-03-02");
        assertThat(calendar.reductions()).extracting(less -> less.to()).containsExactly("0.5");
    }

    @Test
    void what_is_read_is_written_again_as_it_was() throws IOException {
        var names = new HashSet<String>();
        try (var store = new Store()) {
            var codec = DosingService.journalNames(store.codec());
            for (var file : List.of("anna.json", "boris.json", "clara.json", "dora.json", "groups.json")) {
                for (var stored : stored(file)) {
                    assertThat(codec.encode(codec.decode(stored)).toJson()).isEqualTo(stored.toJson());
                    names.add(stored.getString("type"));
                }
            }
            assertThat(names).as("every fact appears in a frozen journal").isEqualTo(codec.names());
        }
    }

    private static List<CalendarEvent> facts(String file) throws IOException {
        try (var store = new Store()) {
            var codec = DosingService.journalNames(store.codec());
            return stored(file).stream()
                    .map(codec::decode)
                    .map(CalendarEvent.class::cast)
                    .toList();
        }
    }

    private static List<Document> stored(String file) throws IOException {
        try (var in = Objects.requireNonNull(GoldenJournalTest.class.getResourceAsStream("/journal/" + file))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ArrayList<>(Document.parse("{\"facts\":" + text + "}").getList("facts", Document.class));
        }
    }
}
