package io.equipoise.adverseevent.domain.casework;

import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.BORIS;
import static io.equipoise.adverseevent.domain.Wards.VIENNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.Criterion;
import io.equipoise.adverseevent.domain.EventOutcome;
import io.equipoise.adverseevent.domain.Moment;
import io.equipoise.adverseevent.domain.Relation;
import io.equipoise.adverseevent.domain.ReporterKind;
import io.equipoise.contracts.SubjectId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Which cases look like one, and why. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LikenessSpec {
    private static final Told FEVER = told(ANNA, "Fever", "2025-03-11T10:05:00Z", "", ReporterKind.PHYSICIAN);

    @Test
    void the_same_told_by_two_people_is_as_like_as_can_be() {
        var again = told(ANNA, " FEVER", "2025-03-11T21:00:00Z", "", ReporterKind.CONSUMER);
        var likeness = Likeness.of(FEVER, again, VIENNA);
        assertThat(likeness.points()).isEqualTo(100);
        assertThat(likeness.reasons())
                .containsExactly(
                        "same subject", "onset on the same day", "same term", "told by another kind of reporter");
    }

    @Test
    void different_people_are_never_alike() {
        var his = told(BORIS, "Fever", "2025-03-11T10:05:00Z", "", ReporterKind.PHYSICIAN);
        assertThat(Likeness.of(FEVER, his, VIENNA)).isEqualTo(new Likeness(0, List.of("another subject")));
    }

    @Test
    void a_day_is_the_sites_day() {
        var late = told(ANNA, "Fever", "2025-03-11T23:30:00Z", "", ReporterKind.PHYSICIAN);
        assertThat(Likeness.of(FEVER, late, VIENNA).reasons()).contains("onsets 1 day apart");
    }

    @Test
    void near_terms_and_near_days_are_worth_a_look() {
        var near = told(ANNA, "Fever, high", "2025-03-18", "", ReporterKind.PHYSICIAN);
        var likeness = Likeness.of(FEVER, near, VIENNA);
        assertThat(likeness.reasons()).contains("onsets 7 days apart", "near terms: Fever, Fever, high");
        assertThat(likeness.points()).isEqualTo(70);
        assertThat(likeness.worthALook()).isTrue();
    }

    @Test
    void an_event_that_lasted_into_the_other_overlaps() {
        var lasting = told(ANNA, "Fever", "2025-02-01", "2025-03-11", ReporterKind.PHYSICIAN);
        assertThat(Likeness.of(FEVER, lasting, VIENNA).reasons()).contains("one event lasted into the other");
        var over = told(ANNA, "Fever", "2025-02-01", "2025-02-20", ReporterKind.PHYSICIAN);
        assertThat(Likeness.of(FEVER, over, VIENNA).reasons()).containsExactly("same subject", "same term");
    }

    @Test
    void another_thing_at_another_time_is_not() {
        var other = told(ANNA, "Broken arm", "2025-06-01", "", ReporterKind.PHYSICIAN);
        var likeness = Likeness.of(FEVER, other, VIENNA);
        assertThat(likeness.points()).isEqualTo(30);
        assertThat(likeness.worthALook()).isFalse();
    }

    @Test
    void a_term_of_one_letter_breaks_nothing() {
        var short1 = told(ANNA, "x", "2025-03-11", "", ReporterKind.PHYSICIAN);
        assertThat(Likeness.of(FEVER, short1, VIENNA).points()).isEqualTo(60);
    }

    private static Told told(SubjectId subject, String term, String onset, String end, ReporterKind reporter) {
        var account = new Account(
                term,
                3,
                List.of(Criterion.HOSPITALIZATION),
                Moment.parse(onset).orElseThrow(),
                end.isEmpty() ? null : Moment.parse(end).orElseThrow(),
                Relation.POSSIBLE,
                null,
                EventOutcome.UNKNOWN);
        return new Told(subject, List.of(account), List.of(reporter));
    }
}
