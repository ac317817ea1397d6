package io.equipoise.adverseevent.domain.icsr;

import static io.equipoise.adverseevent.domain.icsr.Reports.FIRST;
import static io.equipoise.adverseevent.domain.icsr.Reports.FOLLOW_UP;
import static io.equipoise.adverseevent.domain.icsr.Reports.RULES;
import static io.equipoise.adverseevent.domain.icsr.Reports.clean;
import static io.equipoise.adverseevent.domain.icsr.Reports.found;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rules by which a receiver rejects or warns (FDA's table of rejections and warnings; E2B(R3)): each bites, and only where it should. */
class RuleBookSpec {
    private static final Map<String, Consumer<Icsr.Builder>> SPOILED = SpoiledReports.ALL;

    @Test
    void nobody_objects_to_a_clean_report() {
        assertThat(RULES.findings(clean().build(), FIRST)).isEmpty();
        assertThat(RULES.findings(clean().build(), FOLLOW_UP)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_rule_that_applies_bites() {
        return SPOILED.entrySet().stream()
                .map(spoiled -> DynamicTest.dynamicTest(spoiled.getKey(), () -> {
                    var report = clean();
                    spoiled.getValue().accept(report);
                    assertThat(found(report)).contains(spoiled.getKey());
                }));
    }

    @Test
    void every_rule_that_applies_is_spoiled_here_and_every_other_says_why_it_does_not() {
        var applies = RULES.rules().stream()
                .filter(rule -> rule.where() != Rule.Scope.NO)
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(SPOILED.keySet()).isEqualTo(applies);
        assertThat(applies).hasSize(95);
        assertThat(RULES.rules())
                .filteredOn(rule -> rule.where() == Rule.Scope.NO)
                .hasSize(28)
                .allSatisfy(rule -> assertThat(rule.right()).contains(" "));
    }

    /** 121 rules in FDA's table; the numbers that it leaves out are left out here too. */
    @Test
    void the_whole_table_of_the_authority_is_answered() {
        var numbers =
                Stream.iterate(4, n -> n + 1).limit(111).map("R%04d"::formatted).collect(Collectors.toSet());
        numbers.remove("R0028");
        Stream.iterate(1, n -> n + 1).limit(12).map("W%04d"::formatted).forEach(numbers::add);
        numbers.remove("W0011");
        numbers.addAll(Set.of("AMENDMENT", "MEDDRA"));
        assertThat(RULES.rules().stream().map(Rule::id)).containsExactlyInAnyOrderElementsOf(numbers);
    }

    @Test
    void rules_of_the_authority_do_not_bind_a_report_by_the_rules_of_ich() {
        var report = clean().remove("FDA.C.1.7.1").remove("FDA.C.5.5a").put("N.2.r.3", "EVHUMAN");
        assertThat(found(report, new Sending(Profile.ICH, true, Reports.NOW))).isEmpty();
        assertThat(found(report)).contains("REQUIRED", "R0007", "R0016");
    }

    @Test
    void a_finding_names_the_element_the_rule_and_what_would_be_right() {
        var finding =
                RULES.findings(clean().remove("FDA.C.5.5a").build(), FIRST).getFirst();
        assertThat(finding.said())
                .isEqualTo("FDA.C.5.5a: the IND under which the event happened is to be given, as six digits (R0024)");
        assertThat(finding.rejected()).isTrue();
    }

    @Test
    void a_warning_does_not_reject() {
        var report = clean().put("D.1", "AGGREGRATE").build();
        assertThat(RULES.findings(report, FIRST))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("W0001", "W0003", "W0004");
        assertThat(RULES.findings(report, FIRST)).noneMatch(Finding::rejected);
    }

    @Test
    void a_nullification_or_an_amendment_says_why_and_is_never_the_first_report() {
        var nullified = clean().put("C.1.11.1", "1");
        assertThat(found(nullified)).containsExactlyInAnyOrder("R0101", "AMENDMENT");
        nullified.put("C.1.11.2", "The event happened before consent in another trial.");
        assertThat(found(nullified, FOLLOW_UP)).isEmpty();
        assertThat(found(nullified.put("C.1.11.1", "3"), FOLLOW_UP)).containsExactly("CODE");
    }

    @Test
    void no_information_about_expediting_is_refused_in_a_first_report_only() {
        var report = clean().none("C.1.7", NullFlavour.NI);
        assertThat(found(report, FIRST)).containsExactly("R0011");
        assertThat(found(report, FOLLOW_UP)).isEmpty();
    }
}
