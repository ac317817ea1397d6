package io.equipoise.studydesign.domain;

import static io.equipoise.studydesign.Definitions.ASSUMPTIONS;
import static io.equipoise.studydesign.Definitions.AS_REGISTERED;
import static io.equipoise.studydesign.Definitions.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.studydesign.domain.Change.Kind;
import io.equipoise.studydesign.domain.Change.Part;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AmendmentSpec {
    private static final Definition BIO = new Definition(AS_REGISTERED);

    @Test
    void every_assumption_is_one_change_and_nothing_else_is() {
        var assumed = BIO.patched(ASSUMPTIONS);
        assertThat(Amendment.between(BIO, assumed).changes())
                .extracting(Change::pointer)
                .containsExactlyInAnyOrderElementsOf(
                        Need.assumptions(assumed).stream().map(OpenValue::path).toList());
        assertThat(Amendment.between(BIO, BIO).changes()).isEmpty();
    }

    @Test
    void a_change_names_both_values() {
        assertThat(changes("title: Another title"))
                .containsExactly(new Change(Kind.CHANGED, "/title", Part.OTHER, BIO.title(), "Another title"));
    }

    @Test
    void what_is_added_or_taken_out_has_one_value() {
        assertThat(changes("imaging: null"))
                .containsExactly(new Change(Kind.REMOVED, "/imaging", Part.OTHER, BIO.at("/imaging"), null));
        assertThat(changes("{aliases: null, funders: null}")).hasSize(2);
        assertThat(changes("{eligibility: {sex: {basis: stated, value: ALL}}}"))
                .containsExactly(new Change(
                        Kind.ADDED, "/eligibility/sex", Part.ELIGIBILITY, null, read("{basis: stated, value: ALL}")));
    }

    @Test
    void a_rule_taken_out_of_the_middle_is_one_change() {
        assertThat(changes("eligibility: {rules: {EDSS: null}}"))
                .extracting(Change::kind, Change::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.REMOVED, "/eligibility/rules/2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        dosing: {courses: {INFUSION: {title: Drip}}}                       | DOSING
        products: {SALINE: {title: Salt}}                                  | DOSING
        design: {escalation: {basis: unknown}}                             | DOSING
        eligibility: {rules: {AGE: {text: adults}}}                        | ELIGIBILITY
        consent: {versions: {text: two}}                                   | CONSENT
        design: {ratio: {text: one to one}}                                | ALLOCATION
        sponsor: {text: x}                                                 | OTHER
        """)
    void a_change_says_what_must_be_looked_at(String patch, Part part) {
        assertThat(changes(patch)).extracting(Change::touches).containsExactly(part);
    }

    private static List<Change> changes(String patch) {
        return Amendment.between(BIO, BIO.patched(read(patch))).changes();
    }
}
