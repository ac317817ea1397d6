package io.equipoise.studydesign.domain;

import static io.equipoise.studydesign.Definitions.AS_REGISTERED;
import static io.equipoise.studydesign.Definitions.BIO;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Specification;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.DesignFact.Site;
import io.equipoise.studydesign.domain.DesignFact.SiteOpened;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.StudyCommand.OpenSite;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteSpec extends Specification<Study, StudyCommand, DesignFact> {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final LocalDate OPENED = LocalDate.parse("2025-02-10");
    private static final StudyDefined DEFINED =
            new StudyDefined(BIO, 1, "A study", AS_REGISTERED, List.of(), List.of());
    private static final Site WARD = new Site("01", "Neurology day ward", "DE", "Europe/Berlin", 20, OPENED);

    SiteSpec() {
        super(Study.decider(PublishedForm.form()));
    }

    @Test
    void a_site_is_opened_once() {
        given(DEFINED).when(open(WARD)).then(new SiteOpened(BIO, WARD));
        given(DEFINED, new SiteOpened(BIO, WARD)).when(open(WARD)).then();
    }

    @Test
    void a_site_needs_no_cap() {
        var uncapped = new Site("02", "Clinic", "NO", "Europe/Oslo", null, OPENED);
        given(DEFINED).when(open(uncapped)).then(new SiteOpened(BIO, uncapped));
    }

    @Test
    void another_site_under_the_same_number_is_refused() {
        given(DEFINED, new SiteOpened(BIO, WARD))
                .when(open(new Site("01", "Another ward", "DE", "Europe/Berlin", 20, OPENED)))
                .refused("SITE_ALREADY_OPEN");
    }

    @Test
    void a_site_of_no_study_is_refused() {
        given().when(open(WARD)).refused("STUDY_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Atlantis", "+01:00", "CET", "", "Berlin", "GMT"})
    void a_zone_must_be_one_that_has_days(String zone) {
        assertThat(refused(new Site("01", "Ward", "DE", zone, 20, OPENED))).containsExactly("/zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "DEU", "de", "", "276"})
    void a_country_must_be_one(String country) {
        assertThat(refused(new Site("01", "Ward", country, "Europe/Berlin", 20, OPENED)))
                .containsExactly("/country");
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        assertThat(refused(new Site("site one", " ", "XX", "Nowhere", 0, OPENED)))
                .containsExactly("/site", "/name", "/country", "/zone", "/cap");
    }

    @Test
    void a_site_opens_on_a_day_that_has_begun_there() {
        var tomorrow = LocalDate.parse("2026-11-23");
        given(DEFINED)
                .when(open(new Site("01", "Ward", "DE", "Europe/Berlin", 20, tomorrow)))
                .refused("IN_THE_FUTURE");
        var auckland = new Site("01", "Ward", "NZ", "Pacific/Auckland", 20, tomorrow);
        given(DEFINED).when(open(auckland)).then(new SiteOpened(BIO, auckland));
    }

    private List<String> refused(Site site) {
        return given(DEFINED).when(open(site)).refused("SITE_INVALID").pointers();
    }

    private static OpenSite open(Site site) {
        return new OpenSite(BIO, site, NOW);
    }
}
