package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.CLARA;
import static io.equipoise.randomization.domain.Trial.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.AllocationCommand.BreakCode;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakRefused;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakRequested;
import io.equipoise.randomization.domain.AllocationEvent.CodeBroken;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreakCodeSpec extends AllocationSpecification {
    private static final Instant AT_NIGHT = Instant.parse("2025-06-02T21:14:00Z");
    private static final Instant JUST_NOW = NOW.toldAt().minusSeconds(300);
    private static final Requester NIGHT_SHIFT = new Requester("Dr. Clara Weiss", "physician on duty");
    private static final String SEIZURE = "seizure one hour after the infusion";

    @ParameterizedTest
    @EnumSource
    void an_investigator_of_the_site_breaks_the_code_of_one_subject(CodeBreakCategory category) {
        given(BOTH_RANDOMIZED)
                .when(new BreakCode(ANNA, category.name(), SEIZURE, AT_NIGHT, "inv-01", true, JUST_NOW, null, NOW))
                .then(broken(category, SEIZURE));
    }

    @Test
    void the_same_code_can_be_broken_again_and_each_time_is_a_fact() {
        given(BOTH_RANDOMIZED)
                .and(broken(CodeBreakCategory.OVERDOSE, SEIZURE))
                .when(new BreakCode(ANNA, "OTHER", "a second emergency", AT_NIGHT, "inv-01", true, JUST_NOW, null, NOW))
                .then(broken(CodeBreakCategory.OTHER, "a second emergency"));
    }

    @Test
    void an_investigator_of_another_site_is_refused_and_the_attempt_is_kept() {
        given(BOTH_RANDOMIZED)
                .when(new BreakCode(ANNA, "OVERDOSE", SEIZURE, AT_NIGHT, "inv-02", false, JUST_NOW, null, NOW))
                .then(new CodeBreakRefused(
                        ANNA.study(), ANNA.toString(), ANNA.site(), CodeBreakObstacle.OTHER_SITE, "inv-02"));
    }

    @Test
    void somebody_who_is_not_randomized_has_no_code() {
        attempt(CLARA, "OVERDOSE", SEIZURE, AT_NIGHT, CodeBreakObstacle.NOT_RANDOMIZED);
    }

    @Test
    void a_category_is_one_of_four() {
        attempt(ANNA, "CURIOSITY", SEIZURE, AT_NIGHT, CodeBreakObstacle.CATEGORY_UNKNOWN);
    }

    @Test
    void a_reason_has_ten_characters_that_are_not_blank() {
        attempt(ANNA, "OVERDOSE", "  urgent   ", AT_NIGHT, CodeBreakObstacle.REASON_TOO_SHORT);
        attempt(ANNA, "OVERDOSE", "123456789", AT_NIGHT, CodeBreakObstacle.REASON_TOO_SHORT);
        given(BOTH_RANDOMIZED)
                .when(new BreakCode(ANNA, "OVERDOSE", "1234567890", AT_NIGHT, "inv-01", true, JUST_NOW, null, NOW))
                .then(broken(CodeBreakCategory.OVERDOSE, "1234567890"));
    }

    @Test
    void a_code_is_not_broken_in_the_future() {
        attempt(ANNA, "OVERDOSE", SEIZURE, NOW.toldAt().plusSeconds(301), CodeBreakObstacle.IN_THE_FUTURE);
    }

    @Test
    void somebody_who_logged_in_more_than_five_minutes_ago_logs_in_again_first_and_the_attempt_is_kept() {
        for (var loggedInAt : Arrays.asList(JUST_NOW.minusMillis(1), null)) {
            given(BOTH_RANDOMIZED)
                    .when(new BreakCode(ANNA, "OVERDOSE", SEIZURE, AT_NIGHT, "inv-01", true, loggedInAt, null, NOW))
                    .then(refused(ANNA, CodeBreakObstacle.REAUTHENTICATION_NEEDED));
        }
    }

    @Test
    void who_asked_the_investigator_for_it_is_written_down_by_name_and_role() {
        given(BOTH_RANDOMIZED)
                .when(asked(NIGHT_SHIFT))
                .then(
                        broken(CodeBreakCategory.OVERDOSE, SEIZURE),
                        new CodeBreakRequested(ANNA.study(), ANNA.toString(), ANNA.site(), NIGHT_SHIFT));
    }

    @Test
    void who_asked_is_given_by_name_and_role_or_not_at_all() {
        for (var half : List.of(
                new Requester(" ", "physician"), new Requester("Dr. Weiss", ""), new Requester("x".repeat(101), "y"))) {
            given(BOTH_RANDOMIZED).when(asked(half)).then(refused(ANNA, CodeBreakObstacle.REQUESTER_INCOMPLETE));
        }
        assertThat(NIGHT_SHIFT.toString()).doesNotContain("Weiss");
    }

    private static BreakCode asked(Requester requester) {
        return new BreakCode(ANNA, "OVERDOSE", SEIZURE, AT_NIGHT, "inv-01", true, JUST_NOW, requester, NOW);
    }

    @ParameterizedTest
    @EnumSource
    void every_obstacle_is_told_under_its_own_name(CodeBreakObstacle obstacle) {
        assertThat(obstacle.refusal().code()).isEqualTo(obstacle.name());
        assertThat(obstacle.refusal().detail()).isNotBlank();
    }

    private void attempt(SubjectId subject, String category, String reason, Instant at, CodeBreakObstacle obstacle) {
        given(BOTH_RANDOMIZED)
                .when(new BreakCode(subject, category, reason, at, "inv-01", true, JUST_NOW, null, NOW))
                .then(refused(subject, obstacle));
    }

    private static CodeBreakRefused refused(SubjectId subject, CodeBreakObstacle obstacle) {
        return new CodeBreakRefused(subject.study(), subject.toString(), subject.site(), obstacle, "inv-01");
    }

    private static CodeBroken broken(CodeBreakCategory category, String reason) {
        return new CodeBroken(ANNA.study(), ANNA.toString(), ANNA.site(), category, reason, "inv-01", AT_NIGHT);
    }
}
