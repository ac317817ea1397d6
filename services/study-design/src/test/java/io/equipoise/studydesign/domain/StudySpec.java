package io.equipoise.studydesign.domain;

import static io.equipoise.studydesign.Definitions.ASSUMPTIONS;
import static io.equipoise.studydesign.Definitions.AS_REGISTERED;
import static io.equipoise.studydesign.Definitions.BIO;
import static io.equipoise.studydesign.Definitions.read;
import static io.equipoise.studydesign.Definitions.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.DesignFact.SealAnchored;
import io.equipoise.studydesign.domain.DesignFact.StudyActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.DesignFact.StudyStatusChanged;
import io.equipoise.studydesign.domain.StudyCommand.Activate;
import io.equipoise.studydesign.domain.StudyCommand.ChangeStatus;
import io.equipoise.studydesign.domain.StudyCommand.Define;
import io.equipoise.studydesign.domain.StudyCommand.Patch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudySpec extends Specification<Study, StudyCommand, DesignFact> {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final LocalDate TOMORROW = LocalDate.parse("2026-11-23");
    private static final LocalDate FEBRUARY = LocalDate.parse("2025-02-03");
    private static final String WHY_RECRUITING = "a suspended study enrols nobody";

    private static final StudyDefined REGISTERED = version(1, new Definition(AS_REGISTERED));
    private static final StudyDefined ASSUMED = version(2, new Definition(AS_REGISTERED).patched(ASSUMPTIONS));
    private static final StudyStatusChanged RECRUITING =
            new StudyStatusChanged(BIO, Status.RECRUITING, TODAY, WHY_RECRUITING);

    StudySpec() {
        super(Study.decider(PublishedForm.form()));
    }

    @Test
    void a_definition_with_gaps_is_kept_and_its_gaps_are_named() {
        given().when(new Define(BIO, AS_REGISTERED, NOW)).then(REGISTERED);
        assertThat(REGISTERED.gaps())
                .containsExactly(
                        "/dosing/courses/0/amount",
                        "/dosing/courses/0/volume",
                        "/dosing/firstDose",
                        "/design/ratio",
                        "/design/maskedParties");
        assertThat(REGISTERED.assumptions()).isEmpty();
    }

    @Test
    void a_patch_makes_the_next_version_and_says_the_new_status() {
        given(REGISTERED).when(new Patch(BIO, ASSUMPTIONS, NOW)).then(ASSUMED, RECRUITING);
        assertThat(ASSUMED.gaps()).isEmpty();
        assertThat(ASSUMED.assumptions()).hasSize(12).contains("/dosing/courses/0/amount", "/status");
    }

    @Test
    void a_definition_that_is_kept_already_is_not_kept_twice() {
        given(REGISTERED).when(new Define(BIO, AS_REGISTERED, NOW)).then();
        given(REGISTERED, ASSUMED, RECRUITING)
                .when(new Patch(BIO, ASSUMPTIONS, NOW))
                .then();
    }

    @Test
    void a_patch_that_leaves_the_status_as_it_was_does_not_bring_it_back() {
        var suspended = new StudyStatusChanged(BIO, Status.SUSPENDED, TODAY, "a death");
        var patch = read("title: Another title");
        given(REGISTERED, ASSUMED, RECRUITING, suspended)
                .when(new Patch(BIO, patch, NOW))
                .then(version(3, new Definition(ASSUMED.definition()).patched(patch)));
    }

    @Test
    void a_null_in_a_patch_takes_the_field_out() {
        var facts = given(REGISTERED)
                .when(new Patch(BIO, read("imaging: null"), NOW))
                .accepted();
        assertThat(((StudyDefined) facts.getFirst()).definition()).doesNotContainKey("imaging");
    }

    @Test
    void a_patch_of_nothing_is_refused() {
        given().when(new Patch(BIO, ASSUMPTIONS, NOW)).refused("STUDY_UNKNOWN");
    }

    @Test
    void a_malformed_definition_is_refused_with_every_place() {
        var refusal = given().when(
                        new Define("S1", read("{study: S1, titel: T, dosing: {firstDose: {basis: assumed}}}"), NOW))
                .refused("DEFINITION_MALFORMED");
        assertThat(refusal.kind()).isEqualTo(io.equipoise.platform.Refusal.Kind.INVALID);
        assertThat(refusal.pointers())
                .contains("/title", "/titel", "/dosing/firstDose/by", "/dosing/firstDose/on", "/dosing/firstDose/why");
    }

    @Test
    void a_patch_that_makes_the_definition_malformed_is_refused() {
        var refusal = given(REGISTERED)
                .when(new Patch(BIO, read("design: {target: {value: many}}"), NOW))
                .refused("DEFINITION_MALFORMED");
        assertThat(refusal.pointers()).containsExactly("/design/target/value");
    }

    @Test
    void a_study_keeps_its_name() {
        given(REGISTERED).when(new Patch(BIO, Map.of("study", "NCT1"), NOW)).refused("STUDY_RENAMED");
    }

    @Test
    @Acceptance("AL-9")
    void activating_with_gaps_is_refused_with_the_list() {
        var refusal = given(REGISTERED)
                .when(new Activate(BIO, FEBRUARY, Scope.ENROLMENT_AND_DOSING, NOW))
                .refused("STUDY_HAS_GAPS");
        assertThat(refusal.pointers()).isEqualTo(REGISTERED.gaps());
        assertThat(refusal.detail())
                .contains("dose amount, infusion volume, first-dose anchor, allocation ratio, masked parties");
    }

    @Test
    void a_study_without_gaps_that_recruits_is_activated_once() {
        var activated = activated(2, FEBRUARY);
        given(REGISTERED, ASSUMED, RECRUITING)
                .when(new Activate(BIO, FEBRUARY, Scope.ENROLMENT_AND_DOSING, NOW))
                .then(activated);
        given(REGISTERED, ASSUMED, RECRUITING, activated)
                .when(new Activate(BIO, TODAY, Scope.ENROLMENT_AND_DOSING, NOW))
                .then();
    }

    @Test
    void the_next_version_is_activated_anew() {
        var next = version(3, new Definition(ASSUMED.definition()).patched(read("title: Another title")));
        given(REGISTERED, ASSUMED, RECRUITING, activated(2, FEBRUARY), next)
                .when(new Activate(BIO, TODAY, Scope.ENROLMENT_AND_DOSING, NOW))
                .then(activated(3, TODAY));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"SUSPENDED", "TERMINATED", "COMPLETED", "WITHDRAWN", "UNKNOWN_STATUS"})
    void a_study_that_does_not_recruit_is_not_activated(Status status) {
        given(REGISTERED, ASSUMED, RECRUITING, new StudyStatusChanged(BIO, status, TODAY, "as the sponsor says"))
                .when(new Activate(BIO, TODAY, Scope.ENROLMENT_AND_DOSING, NOW))
                .refused("STUDY_NOT_RECRUITING");
    }

    @Test
    void a_status_that_only_the_definition_says_counts_too() {
        var suspended = version(2, new Definition(ASSUMED.definition()).patched(read("status: {value: SUSPENDED}")));
        given(suspended)
                .when(new Activate(BIO, TODAY, Scope.ENROLMENT_AND_DOSING, NOW))
                .refused("STUDY_NOT_RECRUITING");
    }

    @Test
    void a_status_changes_on_a_day_and_for_a_reason() {
        var held = new StudyStatusChanged(BIO, Status.SUSPENDED, FEBRUARY, "an inspection");
        given(REGISTERED)
                .when(new ChangeStatus(BIO, Status.SUSPENDED, FEBRUARY, "an inspection", NOW))
                .then(held);
        given(REGISTERED, held)
                .when(new ChangeStatus(BIO, Status.SUSPENDED, FEBRUARY, "an inspection", NOW))
                .then();
        given(REGISTERED)
                .when(new ChangeStatus(BIO, Status.SUSPENDED, FEBRUARY, " ", NOW))
                .refused("REASON_MISSING");
    }

    @Test
    void nothing_happens_in_the_future() {
        given(REGISTERED, ASSUMED, RECRUITING)
                .when(new Activate(BIO, LocalDate.parse("2026-11-24"), Scope.ENROLMENT_AND_DOSING, NOW))
                .refused("IN_THE_FUTURE");
        given(REGISTERED)
                .when(new ChangeStatus(BIO, Status.SUSPENDED, LocalDate.parse("2026-11-24"), "x", NOW))
                .refused("IN_THE_FUTURE");
        var patch = read("status: {value: COMPLETED, asOf: '2027-01-01'}");
        given(REGISTERED).when(new Patch(BIO, patch, NOW)).refused("IN_THE_FUTURE");
    }

    @Test
    void a_day_that_has_begun_somewhere_is_not_in_the_future() {
        given(REGISTERED, ASSUMED, RECRUITING)
                .when(new Activate(BIO, TOMORROW, Scope.ENROLMENT_AND_DOSING, NOW))
                .then(activated(2, TOMORROW));
    }

    @Test
    void a_fact_of_another_kind_in_the_stream_stops_the_replay() {
        Assertions.assertThatThrownBy(() -> given(new SealAnchored("enrolment", 0, 1, "f".repeat(64)))
                        .when(new Activate(BIO, TODAY, Scope.ENROLMENT_AND_DOSING, NOW)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static StudyActivated activated(int version, LocalDate on) {
        return new StudyActivated(BIO, version, on, Scope.ENROLMENT_AND_DOSING);
    }
}
