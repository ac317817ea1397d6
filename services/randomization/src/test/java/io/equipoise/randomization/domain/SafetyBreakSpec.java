package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.BORIS;
import static io.equipoise.randomization.domain.Trial.CLARA;
import static io.equipoise.randomization.domain.Trial.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.AllocationCommand.BreakForSafety;
import io.equipoise.randomization.domain.AllocationEvent.ArmReallocated;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRerandomized;
import io.equipoise.randomization.domain.SafetyEvent.BrokenForSafety;
import io.equipoise.randomization.domain.SafetyEvent.SafetyBreakRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EU CTR 536/2014, Annex III 2.5: the sponsor breaks the code of the one subject whom a SUSAR is about. */
class SafetyBreakSpec extends AllocationSpecification {
    private static final String EVENT = "AE-0A1B2C3D";
    private static final String REASON = "the report is due in seven days";
    private static final Instant JUST_NOW = NOW.toldAt().minusSeconds(300);
    private static final ReportedEvent SERIOUS = reported(ANNA, true, "2025-03-11T10:05:00Z");

    private static ReportedEvent reported(SubjectId subject, boolean serious, String onset) {
        return new ReportedEvent(EVENT, subject.toString(), serious, onset);
    }

    private record Asked(
            SubjectId subject, @Nullable ReportedEvent event, boolean suspected, boolean unexpected, String reason) {
        static final Asked SUSAR = new Asked(ANNA, SERIOUS, true, true, REASON);

        Asked about(SubjectId other) {
            return new Asked(other, event, suspected, unexpected, reason);
        }

        Asked of(@Nullable ReportedEvent other) {
            return new Asked(subject, other, suspected, unexpected, reason);
        }

        Asked judged(boolean isSuspected, boolean isUnexpected) {
            return new Asked(subject, event, isSuspected, isUnexpected, reason);
        }

        BreakForSafety by(boolean ownSite, @Nullable Instant loggedInAt, boolean sealable) {
            return new BreakForSafety(
                    subject, EVENT, event, suspected, unexpected, reason, "saf-01", ownSite, loggedInAt, sealable, NOW);
        }
    }

    @Test
    void a_safety_officer_has_the_code_of_one_subject_broken_for_a_susar() {
        given(BOTH_RANDOMIZED).when(Asked.SUSAR.by(true, JUST_NOW, true)).then(broken(Trial.EXOSOMES));
    }

    @Test
    void what_is_told_is_what_that_subject_gets_and_is_not_printed() {
        given(BOTH_RANDOMIZED)
                .when(Asked.SUSAR
                        .about(BORIS)
                        .of(reported(BORIS, true, "2025-03-11"))
                        .by(true, JUST_NOW, true))
                .then(new BrokenForSafety(
                        BORIS.study(),
                        BORIS.toString(),
                        BORIS.site(),
                        EVENT,
                        REASON,
                        "saf-01",
                        NOW.toldAt(),
                        Trial.SALINE));
        assertThat(broken(Trial.SALINE).toString()).doesNotContain("SALINE").contains(EVENT);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-19, EXOSOMES",
        "2025-03-19T22:59:59Z, EXOSOMES",
        "2025-03-19T23:00:00Z, SALINE",
        "2025-03-20, SALINE"
    })
    void after_a_second_randomization_that_is_told_to_which_the_event_belongs_by_the_sites_day(
            String onset, String arm) {
        given(BOTH_RANDOMIZED)
                .and(
                        new SubjectRerandomized(
                                ANNA.study(), ANNA.toString(), ANNA.site(), "", 1, 1, LocalDate.parse("2025-03-20")),
                        new ArmReallocated(ANNA.study(), ANNA.toString(), ANNA.site(), Trial.SALINE))
                .when(Asked.SUSAR.of(reported(ANNA, true, onset)).by(true, JUST_NOW, true))
                .then(broken(new Arm(arm)));
    }

    @Test
    void the_same_code_can_be_asked_for_again_and_each_time_is_a_fact() {
        given(BOTH_RANDOMIZED)
                .and(broken(Trial.EXOSOMES))
                .when(Asked.SUSAR.by(true, JUST_NOW, true))
                .then(broken(Trial.EXOSOMES));
    }

    @Test
    void an_officer_of_other_sites_is_refused_and_the_attempt_is_kept() {
        attempt(Asked.SUSAR.by(false, JUST_NOW, true), SafetyObstacle.OTHER_SITE);
    }

    @Test
    void a_log_in_of_more_than_five_minutes_ago_does_not_do_and_neither_does_one_that_nobody_knows() {
        attempt(Asked.SUSAR.by(true, JUST_NOW.minusMillis(1), true), SafetyObstacle.REAUTHENTICATION_NEEDED);
        attempt(Asked.SUSAR.by(true, null, true), SafetyObstacle.REAUTHENTICATION_NEEDED);
    }

    @Test
    void somebody_who_is_not_randomized_has_no_code() {
        attempt(Asked.SUSAR.about(CLARA).by(true, JUST_NOW, true), SafetyObstacle.NOT_RANDOMIZED);
    }

    @Test
    void an_event_that_nobody_told_of_or_of_another_subject_breaks_no_code() {
        attempt(Asked.SUSAR.of(null).by(true, JUST_NOW, true), SafetyObstacle.EVENT_NOT_TOLD);
        attempt(Asked.SUSAR.about(BORIS).by(true, JUST_NOW, true), SafetyObstacle.EVENT_NOT_TOLD);
    }

    @Test
    void an_event_that_is_not_serious_leaves_its_subject_blind() {
        attempt(
                Asked.SUSAR.of(reported(ANNA, false, "2025-03-11")).by(true, JUST_NOW, true),
                SafetyObstacle.EVENT_NOT_SERIOUS);
    }

    @Test
    void what_is_not_judged_suspected_and_unexpected_is_reported_blinded() {
        attempt(Asked.SUSAR.judged(false, true).by(true, JUST_NOW, true), SafetyObstacle.NOT_A_SUSAR);
        attempt(Asked.SUSAR.judged(true, false).by(true, JUST_NOW, true), SafetyObstacle.NOT_A_SUSAR);
    }

    @Test
    void a_reason_is_ten_characters_or_more() {
        attempt(
                new Asked(ANNA, SERIOUS, true, true, " nine chr ").by(true, JUST_NOW, true),
                SafetyObstacle.REASON_TOO_SHORT);
    }

    @Test
    void without_a_key_to_seal_with_nothing_is_broken() {
        attempt(Asked.SUSAR.by(true, JUST_NOW, false), SafetyObstacle.SEALING_KEY_MISSING);
    }

    @Test
    void every_obstacle_is_a_refusal_of_its_name() {
        assertThat(Arrays.stream(SafetyObstacle.values()))
                .allSatisfy(obstacle -> assertThat(obstacle.refusal().code()).isEqualTo(obstacle.name()));
    }

    private void attempt(BreakForSafety command, SafetyObstacle obstacle) {
        var subject = command.subject();
        given(BOTH_RANDOMIZED)
                .when(command)
                .then(new SafetyBreakRefused(
                        subject.study(), subject.toString(), subject.site(), EVENT, obstacle, "saf-01"));
    }

    private static BrokenForSafety broken(Arm arm) {
        return new BrokenForSafety(
                ANNA.study(), ANNA.toString(), ANNA.site(), EVENT, REASON, "saf-01", NOW.toldAt(), arm);
    }
}
