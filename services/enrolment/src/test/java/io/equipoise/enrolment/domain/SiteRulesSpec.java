package io.equipoise.enrolment.domain;

import static io.equipoise.enrolment.domain.Trial.ANNA;
import static io.equipoise.enrolment.domain.Trial.ENROLLED;
import static io.equipoise.enrolment.domain.Trial.NCT;
import static io.equipoise.enrolment.domain.Trial.PROTOCOL;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static io.equipoise.enrolment.domain.Trial.STUDY;
import static io.equipoise.enrolment.domain.Trial.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.domain.SiteRulesEvent.SiteRulesSet;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A site under one study with eligibility rules of its own, as MESEMS has 15 sites in 9 countries. */
class SiteRulesSpec extends Specification<SiteRules, SetSiteRules, EnrolmentEvent> {
    static final String WHY = "as the ethics committee of the site asked";
    static final SiteRule MILDER = rule("EDSS", "fact.edss >= 3.0 && fact.edss <= 5.0", "EDSS");
    static final SiteRule FURTHER =
            rule("NO_STEROID_HERE", "!withinMonthsBefore(fact.lastSteroidOn, 6, screenedOn)", null);
    static final SiteRulesSet FIRST = new SiteRulesSet(NCT, "01", 1, SCREENED, 2, List.of(MILDER, FURTHER), WHY);

    SiteRulesSpec() {
        super(SiteRules.DECIDER);
    }

    static SiteRule rule(String name, String when, @Nullable String replaces) {
        return new SiteRule(name, "INCLUSION", "as printed at the site", when, replaces);
    }

    static SetSiteRules set(SiteRule... rules) {
        return new SetSiteRules(STUDY, "01", List.of(rules), SCREENED, WHY, Map.of(), TODAY);
    }

    @Test
    @Acceptance("AL-14")
    void a_site_gets_a_rule_in_the_place_of_one_of_the_studys_and_one_beside_them() {
        given().when(set(MILDER, FURTHER)).then(FIRST);
        given(FIRST).when(set(MILDER, FURTHER)).then();
    }

    @Test
    void every_set_has_its_own_version_and_a_site_can_go_back_to_the_studys_rules() {
        var later = new SetSiteRules(STUDY, "01", List.of(), ENROLLED, "no more", Map.of(), TODAY);
        given(FIRST).when(later).then(new SiteRulesSet(NCT, "01", 2, ENROLLED, 2, List.of(), "no more"));
    }

    @Test
    void a_site_that_was_not_opened_gets_none() {
        given().when(new SetSiteRules(STUDY, "99", List.of(MILDER), SCREENED, WHY, Map.of(), TODAY))
                .refused("SITE_UNKNOWN");
    }

    @Test
    void nobody_decides_without_a_reason_tomorrow_or_before_the_decision_before() {
        given().when(new SetSiteRules(STUDY, "01", List.of(MILDER), SCREENED, " ", Map.of(), TODAY))
                .refused("REASON_MISSING");
        given().when(new SetSiteRules(STUDY, "01", List.of(MILDER), TODAY.plusDays(1), WHY, Map.of(), TODAY))
                .refused("IN_THE_FUTURE");
        given(FIRST)
                .when(new SetSiteRules(STUDY, "01", List.of(MILDER), SCREENED.minusDays(1), WHY, Map.of(), TODAY))
                .refused("DATES_OUT_OF_ORDER");
    }

    @Test
    void a_criterion_that_the_definition_does_not_have_cannot_be_replaced() {
        var refusal =
                given().when(set(MILDER, rule("WEIGHT", "true", "WEIGHT"))).refused("CRITERION_UNKNOWN");
        assertThat(refusal.pointers()).containsExactly("/rules/1/replaces");
    }

    @Test
    void what_the_definition_leaves_open_is_not_settled_by_a_site() {
        var open = new ArrayList<>(PROTOCOL.rules());
        open.add(Rule.open("NO_FURTHER_RULES", "CONFIRMATION", "none stated", "a person must confirm it"));
        var study = Trial.study(PROTOCOL.asking(open));
        var settling = List.of(rule("NO_FURTHER_RULES", "true", "NO_FURTHER_RULES"));
        given().when(new SetSiteRules(study, "01", settling, SCREENED, WHY, Map.of(), TODAY))
                .refused("CRITERION_LEFT_OPEN");
        assertThat(SiteRules.applied(settling, study.protocol()).rules()).contains(open.getLast());
    }

    @Test
    void two_rules_of_one_name_or_in_one_place_are_refused() {
        given().when(set(FURTHER, FURTHER)).refused("RULE_NAMED_TWICE");
        given().when(set(rule("AGE", "true", null))).refused("RULE_NAMED_TWICE");
        given().when(set(MILDER, rule("EDSS_HERE", "true", "EDSS"))).refused("RULE_NAMED_TWICE");
    }

    @Test
    void a_rule_that_cannot_be_asked_is_refused_with_why() {
        var why = Map.of("EDSS", "the expression cannot be understood");
        var refusal = given().when(new SetSiteRules(STUDY, "01", List.of(MILDER), SCREENED, WHY, why, TODAY))
                .refused("RULE_MALFORMED");
        assertThat(refusal.pointers()).containsExactly("/rules/0/when");
        assertThat(refusal.detail()).contains("cannot be understood");
        given().when(set(rule("low", "true", null))).refused("RULE_MALFORMED");
        given().when(set(new SiteRule("LOW", "MAYBE", "t", "true", null))).refused("RULE_MALFORMED");
        given().when(set(new SiteRule("LOW", "INCLUSION", " ", "true", null))).refused("RULE_MALFORMED");
    }

    @Test
    void a_replacement_stands_where_the_criterion_stood_and_the_others_at_the_end() {
        var names = SiteRules.applied(FIRST.rules(), PROTOCOL).rules();
        assertThat(names).hasSize(PROTOCOL.rules().size() + 1);
        assertThat(names.get(2).when()).isEqualTo(MILDER.when());
        assertThat(names.getLast().rule()).isEqualTo("NO_STEROID_HERE");
    }

    @Test
    @Acceptance("AL-14")
    void an_enrolment_records_by_which_version_of_the_sites_rules_it_was_decided() {
        var asked = new Assessment(11, 2, 4, List.of(EnrolmentSpec.MET));
        var anna = Subject.DECIDER.replay(List.of(EnrolmentSpec.CAME, EnrolmentSpec.AGREED, EnrolmentSpec.EXAMINED));
        assertThat(Subject.DECIDER.decide().apply(anna, EnrolmentSpec.enrol(asked, STUDY)))
                .isEqualTo(Decision.accept(List.of(EnrolmentSpec.IN, new SubjectEvent.SiteRulesApplied(ANNA, 4, 2))));
    }
}
