package io.equipoise.dosing.adapter.rest;

import static io.equipoise.dosing.domain.Ward.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.application.Calendars.Shown;
import io.equipoise.dosing.domain.Calendar;
import io.equipoise.dosing.domain.CalendarCommand.Hold;
import io.equipoise.dosing.domain.CalendarCommand.StopDosing;
import io.equipoise.dosing.domain.CalendarEvent;
import io.equipoise.dosing.domain.StopScope;
import io.equipoise.dosing.domain.VisitLine;
import io.equipoise.dosing.domain.Ward;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ICalendarTest {
    private static final String ANNA = Ward.ANNA.toString();

    @Test
    void a_dose_is_an_all_day_event_that_keeps_its_identifier() {
        assertThat(text(Ward.ANNAS_CALENDAR, 1)).contains("""
            BEGIN:VEVENT
            UID:NCT07146087-01-0001-DOSE_2@equipoise
            SEQUENCE:1
            DTSTAMP:20250311T100000Z
            DTSTART;VALUE=DATE:20250603
            DTEND;VALUE=DATE:20250604
            SUMMARY:NCT07146087-01-0001: Infusion 2
            DESCRIPTION:from 2025-05-27 to 2025-06-10
            STATUS:CONFIRMED
            TRANSP:TRANSPARENT
            END:VEVENT
            """.replace("\n", "\r\n"));
    }

    @Test
    void every_line_ends_in_carriage_return_and_line_feed_and_the_frame_is_whole() {
        var text = text(Ward.ANNAS_CALENDAR, 1);
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:").endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(text.split("BEGIN:VEVENT", -1)).hasSize(8);
    }

    @Test
    void what_is_held_may_still_come_and_what_is_cancelled_says_so_and_no_reason_is_told() {
        var held = Ward.after(Ward.ANNA_HAD_ONE, new Hold(2, day("2025-06-03"), "grade 3 pneumonia", Ward.TODAY));
        var left = Ward.after(held, new StopDosing(day("2025-06-20"), StopScope.STUDY, "consent withdrawn"));
        assertThat(text(held, 3)).contains("STATUS:TENTATIVE").contains("SEQUENCE:3");
        assertThat(text(left, 4)).contains("STATUS:CANCELLED").doesNotContain("STATUS:TENTATIVE");
        assertThat(text(left, 4)).doesNotContain("pneumonia").doesNotContain("withdrawn");
    }

    @Test
    void text_is_escaped_and_a_long_line_is_folded_between_characters() {
        assertThat(ICalendar.escaped("a;b,c\\d\ne")).isEqualTo("a\\;b\\,c\\\\d\\ne");
        var title = "\u00dcberlange \u00dcberschrift mit \u00c4nderungen ".repeat(6);
        var visit = new VisitLine("V1", title, 7, day("2025-03-18"), null, null, List.of(), true);
        var text = new ICalendar("one")
                .with(ANNA, shown(Ward.ANNAS_CALENDAR, 1, List.of(visit)))
                .text();
        assertThat(text).contains("UID:NCT07146087-01-0001-VISIT-V1@equipoise").contains("STATUS:CANCELLED");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:NCT07146087-01-0001: " + title);
    }

    private static String text(List<CalendarEvent> history, long version) {
        return new ICalendar(ANNA)
                .with(ANNA, shown(history, version, List.of()))
                .text();
    }

    private static Shown shown(List<CalendarEvent> history, long version, List<VisitLine> visits) {
        var calendar = Calendar.DECIDER.replay(history);
        var plan = Objects.requireNonNull(calendar.plan());
        return new Shown(
                plan.day0(),
                plan.definitionVersion(),
                plan.drawn(),
                calendar.entries(),
                visits,
                calendar.companions(),
                calendar.asNeeded(),
                calendar.reductions(),
                version,
                Instant.parse("2025-03-11T10:00:00Z"));
    }
}
