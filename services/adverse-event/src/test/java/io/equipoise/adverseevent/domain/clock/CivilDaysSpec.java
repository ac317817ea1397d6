package io.equipoise.adverseevent.domain.clock;

import static io.equipoise.adverseevent.domain.clock.Office.EU;
import static io.equipoise.adverseevent.domain.clock.Office.clocks;
import static io.equipoise.adverseevent.domain.clock.Office.course;
import static io.equipoise.adverseevent.domain.clock.Office.received;
import static io.equipoise.adverseevent.domain.clock.Office.susar;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Finding.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** Civil days of the receiving office: leap days, year ends, both sides of the date line, changed clocks, weekends. */
class CivilDaysSpec {

    @ParameterizedTest(name = "{0} in {1}, fatal {2}: day 0 {3}, due {4}, too late from {5}")
    @CsvSource(textBlock = """
        2024-02-25T12:00:00Z, Europe/Berlin,      YES, 2024-02-25, 2024-03-03, 2024-03-03T23:00:00Z
        2023-02-25T12:00:00Z, Europe/Berlin,      YES, 2023-02-25, 2023-03-04, 2023-03-04T23:00:00Z
        2024-02-29T12:00:00Z, America/New_York,   NO,  2024-02-29, 2024-03-15, 2024-03-16T04:00:00Z
        2100-02-21T12:00:00Z, Europe/Paris,       YES, 2100-02-21, 2100-02-28, 2100-02-28T23:00:00Z
        2024-12-27T12:00:00Z, Europe/Berlin,      YES, 2024-12-27, 2025-01-03, 2025-01-03T23:00:00Z
        2024-12-31T23:30:00Z, Europe/Berlin,      YES, 2025-01-01, 2025-01-08, 2025-01-08T23:00:00Z
        2024-12-31T23:30:00Z, America/New_York,   NO,  2024-12-31, 2025-01-15, 2025-01-16T05:00:00Z
        2025-03-10T15:40:00Z, Pacific/Kiritimati, YES, 2025-03-11, 2025-03-18, 2025-03-18T10:00:00Z
        2025-03-10T10:30:00Z, Pacific/Kiritimati, YES, 2025-03-11, 2025-03-18, 2025-03-18T10:00:00Z
        2025-03-10T10:30:00Z, Pacific/Pago_Pago,  YES, 2025-03-09, 2025-03-16, 2025-03-17T11:00:00Z
        2025-03-10T10:30:00Z, Pacific/Auckland,   NO,  2025-03-10, 2025-03-25, 2025-03-25T11:00:00Z
        2011-12-28T20:00:00Z, Pacific/Apia,       YES, 2011-12-28, 2012-01-04, 2012-01-04T10:00:00Z
        2025-03-28T12:00:00Z, Europe/Berlin,      YES, 2025-03-28, 2025-04-04, 2025-04-04T22:00:00Z
        2025-10-24T12:00:00Z, Europe/Berlin,      YES, 2025-10-24, 2025-10-31, 2025-10-31T23:00:00Z
        2025-03-30T00:59:59Z, Europe/Berlin,      NO,  2025-03-30, 2025-04-14, 2025-04-14T22:00:00Z
        2025-03-29T23:30:00Z, Europe/London,      YES, 2025-03-29, 2025-04-05, 2025-04-05T23:00:00Z
        2025-03-29T23:30:00Z, Europe/Berlin,      YES, 2025-03-30, 2025-04-06, 2025-04-06T22:00:00Z
        2025-08-30T16:00:00Z, America/Santiago,   YES, 2025-08-30, 2025-09-06, 2025-09-07T04:00:00Z
        2025-06-07T18:29:59Z, Asia/Kolkata,       YES, 2025-06-07, 2025-06-14, 2025-06-14T18:30:00Z
        2025-06-07T18:30:00Z, Asia/Kolkata,       YES, 2025-06-08, 2025-06-15, 2025-06-15T18:30:00Z
        2025-12-18T09:00:00Z, Europe/Berlin,      YES, 2025-12-18, 2025-12-25, 2025-12-25T23:00:00Z
        """)
    void days_are_civil_days_of_the_receiving_office_and_nothing_shifts_them(ArgumentsAccessor row) {
        var received = row.get(0, Instant.class);
        var clock = clocks(
                        EU,
                        course(
                                received(received, ZoneId.of(row.getString(1))),
                                susar(received, row.get(2, Answer.class))))
                .getFirst();
        assertThat(clock.dayZero()).isEqualTo(row.get(3, LocalDate.class));
        assertThat(clock.due()).isEqualTo(row.get(4, LocalDate.class));
        assertThat(clock.deadline()).isEqualTo(row.get(5, Instant.class));
    }
}
