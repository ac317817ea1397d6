package io.equipoise.dosing.adapter.mongo;

import static io.equipoise.dosing.domain.Ward.ANNA;
import static io.equipoise.dosing.domain.Ward.ANNAS_CALENDAR;
import static io.equipoise.dosing.domain.Ward.ANNA_HAD_ONE;
import static io.equipoise.dosing.domain.Ward.BORIS;
import static io.equipoise.dosing.domain.Ward.TODAY;
import static io.equipoise.dosing.domain.Ward.after;
import static io.equipoise.dosing.domain.Ward.day;
import static io.equipoise.dosing.domain.Ward.deviating;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.Store;
import io.equipoise.dosing.domain.Calendar;
import io.equipoise.dosing.domain.CalendarCommand.Hold;
import io.equipoise.dosing.domain.CalendarEvent;
import io.equipoise.dosing.domain.DosingEvent;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalendarsProjectionTest {
    private static final List<CalendarEvent> LATE =
            after(ANNA_HAD_ONE, deviating(2, "2025-06-19", "stayed with her sister"));
    private static final List<CalendarEvent> HELD =
            after(LATE, new Hold(3, day("2025-08-20"), "grade 3 adverse event", TODAY));

    private final Store store = new Store();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void the_lines_are_those_of_the_calendar() {
        var projection = applied("once", commits(ANNA));
        var anna = projection.of("NCT07146087").getFirst();
        assertThat(anna.subject()).isEqualTo(ANNA.toString());
        assertThat(anna.site()).isEqualTo("01");
        assertThat(anna.entries()).isEqualTo(Calendar.DECIDER.replay(HELD).entries());
        assertThat(projection.of("NCT00000000")).isEmpty();
    }

    @Test
    void told_twice_late_or_from_the_start_again_it_ends_the_same() {
        var commits = commits(ANNA);
        applied("once", commits);
        var shaken = new ArrayList<Commit<DosingEvent>>();
        for (var commit : commits) {
            shaken.add(commit);
            shaken.add(commit);
            shaken.add(commits.getFirst());
        }
        shaken.addAll(commits);
        applied("shaken", shaken);
        assertThat(Store.contents(store.database("shaken"), List.of("calendars")))
                .hasSize(1)
                .isEqualTo(Store.contents(store.database("once"), List.of("calendars")));
    }

    @Test
    void two_people_do_not_touch_each_other() {
        var both = new ArrayList<>(commits(BORIS));
        both.addAll(commits(ANNA));
        assertThat(applied("both", both).of("NCT07146087")).hasSize(2);
    }

    private CalendarsProjection applied(String database, List<Commit<DosingEvent>> commits) {
        var projection = new CalendarsProjection(store.database(database));
        commits.forEach(projection::apply);
        return projection;
    }

    /** One commit for each thing that happened to the calendar. */
    private static List<Commit<DosingEvent>> commits(SubjectId subject) {
        var histories = List.of(List.<CalendarEvent>of(), ANNAS_CALENDAR, ANNA_HAD_ONE, LATE, HELD);
        var commits = new ArrayList<Commit<DosingEvent>>();
        for (int version = 1; version < histories.size(); version++) {
            var before = histories.get(version - 1).size();
            var facts = histories
                    .get(version)
                    .subList(before, histories.get(version).size());
            var by = new Attribution(
                    "c" + version, "", "coord-01", "site-coordinator", Instant.EPOCH, null, null, "r", null, null);
            commits.add(new Commit<>("calendar/" + subject, version, 0, version, by, List.copyOf(facts)));
        }
        return commits;
    }
}
