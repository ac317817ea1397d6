package io.equipoise.studydesign.domain;

import static io.equipoise.studydesign.Definitions.ASSUMPTIONS;
import static io.equipoise.studydesign.Definitions.AS_REGISTERED;
import static io.equipoise.studydesign.Definitions.BIO;
import static io.equipoise.studydesign.Definitions.read;
import static io.equipoise.studydesign.Definitions.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Specification;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.DesignFact.Site;
import io.equipoise.studydesign.domain.DesignFact.SiteOpened;
import io.equipoise.studydesign.domain.DesignFact.SiteVersionActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.DesignFact.StudyStatusChanged;
import io.equipoise.studydesign.domain.Study.InForce;
import io.equipoise.studydesign.domain.StudyCommand.ActivateAtSite;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SiteActivationSpec extends Specification<Study, StudyCommand, DesignFact> {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final LocalDate FEBRUARY = LocalDate.parse("2025-02-03");
    private static final LocalDate MARCH = LocalDate.parse("2025-03-03");
    private static final LocalDate JUNE = LocalDate.parse("2025-06-16");
    private static final LocalDate JULY = LocalDate.parse("2025-07-01");

    private static final Definition COMPLETE = new Definition(AS_REGISTERED).patched(ASSUMPTIONS);
    private static final StudyDefined FIRST = version(1, COMPLETE);
    private static final StudyDefined AMENDED =
            version(2, COMPLETE.patched(read("design: {target: {basis: stated, value: 90}}")));
    private static final StudyDefined AMENDED_AGAIN =
            version(3, COMPLETE.patched(read("design: {target: {basis: stated, value: 120}}")));
    private static final StudyStatusChanged RECRUITING =
            new StudyStatusChanged(BIO, Status.RECRUITING, TODAY, "all approvals in place");
    private static final StudyActivated ACTIVE = new StudyActivated(BIO, 1, FEBRUARY, Scope.ENROLMENT_AND_DOSING);
    private static final SiteOpened BERLIN =
            new SiteOpened(BIO, new Site("01", "Ward", "DE", "Europe/Berlin", 20, FEBRUARY));
    private static final SiteOpened AUCKLAND =
            new SiteOpened(BIO, new Site("02", "Clinic", "NZ", "Pacific/Auckland", null, MARCH));
    private static final SiteVersionActivated BERLIN_AMENDED = new SiteVersionActivated(BIO, "01", 2, JUNE);

    SiteActivationSpec() {
        super(Study.decider(PublishedForm.form()));
    }

    private static DesignFact[] running(DesignFact... more) {
        return Stream.concat(Stream.of(FIRST, RECRUITING, ACTIVE, BERLIN, AUCKLAND, AMENDED), Stream.of(more))
                .toArray(DesignFact[]::new);
    }

    private static ActivateAtSite activate(String site, int version, LocalDate day) {
        return new ActivateAtSite(BIO, site, version, day, NOW);
    }

    @Test
    void an_amendment_goes_into_force_at_one_site_and_not_yet_at_another() {
        given(running()).when(activate("01", 2, JUNE)).then(BERLIN_AMENDED);
        var study = Study.decider(PublishedForm.form()).replay(List.of(running(BERLIN_AMENDED)));
        assertThat(study.inForceAt("01")).hasValue(new InForce(2, JUNE));
        assertThat(study.inForceAt("02")).hasValue(new InForce(1, FEBRUARY));
        given(running(BERLIN_AMENDED)).when(activate("01", 2, JUNE)).then();
        given(running(BERLIN_AMENDED)).when(activate("02", 2, JULY)).then(new SiteVersionActivated(BIO, "02", 2, JULY));
    }

    @Test
    void what_is_activated_for_the_whole_study_later_holds_at_every_site() {
        var everywhere = new StudyActivated(BIO, 3, JULY, Scope.ENROLMENT_AND_DOSING);
        var study =
                Study.decider(PublishedForm.form()).replay(List.of(running(BERLIN_AMENDED, AMENDED_AGAIN, everywhere)));
        assertThat(study.inForceAt("01")).hasValue(new InForce(3, JULY));
        assertThat(study.inForceAt("02")).hasValue(new InForce(3, JULY));
    }

    @Test
    void a_version_that_is_not_the_newest_may_be_the_one_approved() {
        given(running(AMENDED_AGAIN)).when(activate("01", 2, JUNE)).then(BERLIN_AMENDED);
        given(running(BERLIN_AMENDED, AMENDED_AGAIN))
                .when(activate("01", 3, JULY))
                .then(new SiteVersionActivated(BIO, "01", 3, JULY));
    }

    @Test
    void a_site_does_not_go_back_to_an_earlier_version() {
        given(running()).when(activate("01", 1, JUNE)).refused("SITE_VERSION_NOT_LATER");
        given(running(BERLIN_AMENDED)).when(activate("01", 2, JULY)).refused("SITE_VERSION_NOT_LATER");
    }

    @Test
    void a_version_with_gaps_goes_into_force_nowhere() {
        var open = version(3, COMPLETE.patched(read("design: {ratio: {basis: unknown, value: null}}")));
        assertThat(given(running(open))
                        .when(activate("01", 3, JUNE))
                        .refused("STUDY_HAS_GAPS")
                        .pointers())
                .containsExactly("/design/ratio");
    }

    @Test
    void a_gap_that_blocks_doses_only_does_not_keep_back_a_study_that_only_enrols() {
        var noAmount = version(
                3, COMPLETE.patched(read("dosing: {courses: {INFUSION: {amount: {basis: unknown, value: null}}}}")));
        given(running(noAmount)).when(activate("01", 3, JUNE)).refused("STUDY_HAS_GAPS");
        given(FIRST, RECRUITING, new StudyActivated(BIO, 1, FEBRUARY, Scope.ENROLMENT), BERLIN, AMENDED, noAmount)
                .when(activate("01", 3, JUNE))
                .then(new SiteVersionActivated(BIO, "01", 3, JUNE));
    }

    @Test
    void a_terminated_study_is_amended_nowhere() {
        var terminated = new StudyStatusChanged(BIO, Status.TERMINATED, TODAY, "futility");
        given(running(terminated)).when(activate("01", 2, JUNE)).refused("STUDY_NOT_RECRUITING");
    }

    @Test
    void the_first_version_is_activated_for_the_whole_study() {
        given(FIRST, RECRUITING, BERLIN).when(activate("01", 1, JUNE)).refused("STUDY_NOT_ACTIVATED");
    }

    @Test
    void a_site_a_version_and_a_study_that_are_not_there_are_refused() {
        given(running()).when(activate("07", 2, JUNE)).refused("SITE_UNKNOWN");
        assertThat(given(running())
                        .when(activate("01", 9, JUNE))
                        .refused("VERSION_UNKNOWN")
                        .pointers())
                .containsExactly("/version");
        given().when(activate("01", 2, JUNE)).refused("STUDY_UNKNOWN");
    }

    @Test
    void it_takes_force_after_the_site_opened_and_after_the_version_before() {
        given(running()).when(activate("02", 2, FEBRUARY)).refused("SITE_VERSION_TOO_EARLY");
        given(running(BERLIN_AMENDED, AMENDED_AGAIN))
                .when(activate("01", 3, MARCH))
                .refused("SITE_VERSION_TOO_EARLY");
    }

    @Test
    void it_takes_force_on_a_day_that_has_begun_there() {
        var tomorrow = TODAY.plusDays(1);
        given(running()).when(activate("01", 2, tomorrow)).refused("IN_THE_FUTURE");
        given(running()).when(activate("02", 2, tomorrow)).then(new SiteVersionActivated(BIO, "02", 2, tomorrow));
    }
}
