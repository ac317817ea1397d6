package io.equipoise.operations.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.operations.application.Person.Enrolment;
import io.equipoise.platform.Acceptance;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a study may do now, and how far its sites and countries have opened. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final List<String> NINE = List.of("IT", "ES", "FR", "GB", "CA", "SE", "DK", "AU", "CH");

    static Study study(@Nullable String status, Study.@Nullable Plan plan) {
        var statuses = status == null ? List.<Study.Status>of() : List.of(new Study.Status(status, "2022", null));
        return new Study("MESEMS", "t", 1, statuses, DAY, 144, plan, List.of(), List.of(), List.of(), null);
    }

    static Site site(int number, @Nullable String country) {
        return new Site("%02d".formatted(number), "ward", country, ZoneOffset.UTC, null, DAY);
    }

    static Person person(int number, String site, boolean enrolled) {
        var enrolment = new Enrolment(DAY, 1, null, DAY, null, null, enrolled ? DAY : null, List.of(), null);
        return new Person(
                "MESEMS-" + site + "-%04d".formatted(number),
                site,
                enrolment,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                null);
    }

    static Standing standing(Study study, List<Site> sites, Person... people) {
        return Standing.of(new Trial(study, sites, List.of(people), List.of(), List.of(), List.of(), List.of()));
    }

    static List<Site> sites(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(number -> site(number, NINE.get(number % NINE.size())))
                .toList();
    }

    @Test
    @Acceptance("SI")
    void MES_needs_15_sites_over_9_countries_before_all_sites_are_open() {
        var mes = study("COMPLETED", new Study.Plan(15, 9));
        assertThat(standing(mes, sites(14)).allSitesOpen()).isFalse();
        assertThat(standing(mes, sites(15)).allSitesOpen()).isTrue();
        var alike = IntStream.rangeClosed(1, 15).mapToObj(n -> site(n, "IT")).toList();
        assertThat(standing(mes, alike).allSitesOpen()).isFalse();
    }

    @Test
    @Acceptance("SI")
    void where_nobody_said_how_many_are_planned_nobody_says_that_all_are_open() {
        var bio = standing(study("SUSPENDED", null), List.of(site(1, "DE")));
        assertThat(bio.allSitesOpen()).isNull();
        assertThat(bio.sitesPlanned()).isNull();
    }

    @Test
    @Acceptance("SI")
    void a_site_whose_country_nobody_knows_counts_in_none() {
        var sites = new ArrayList<>(sites(8));
        sites.add(site(9, null));
        var standing = standing(
                study("RECRUITING", new Study.Plan(9, 9)),
                sites,
                person(1, "09", true),
                person(2, "09", false),
                person(3, "01", true));
        assertThat(standing.countriesOpen()).isEqualTo(8);
        assertThat(standing.sitesOfUnknownCountry()).isEqualTo(1);
        assertThat(standing.countries())
                .contains(new Standing.OfCountry(null, 1, 2, 1), new Standing.OfCountry("ES", 1, 1, 1));
        assertThat(standing.countries().stream()
                        .mapToInt(Standing.OfCountry::screened)
                        .sum())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_YET_RECRUITING, no, no, no, no data expected",
        "RECRUITING, yes, yes, yes, yes",
        "ENROLLING_BY_INVITATION, invited only, invited only, yes, yes",
        "ACTIVE_NOT_RECRUITING, no, no, yes, yes",
        "SUSPENDED, no, no, held, yes",
        "TERMINATED, no, no, no, until closed",
        "COMPLETED, no, no, no, late events only",
        "UNKNOWN_STATUS, no, no, no, yes",
        "PAUSED, unknown, unknown, unknown, unknown"
    })
    void what_a_status_lets_happen(String status, String screen, String enrol, String dose, String follow) {
        assertThat(standing(study(status, null), List.of()).allowed())
                .extracting(Standing.Allowed::answer)
                .containsExactly(screen, enrol, dose, follow);
    }

    @Test
    void a_study_without_a_status_lets_nothing_be_said() {
        assertThat(standing(study(null, null), List.of()).allowed())
                .extracting(Standing.Allowed::answer)
                .containsOnly("unknown");
    }
}
