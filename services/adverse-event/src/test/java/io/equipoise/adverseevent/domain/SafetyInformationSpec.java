package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.Judges.LIST_2;
import static io.equipoise.adverseevent.domain.Judges.NEW_YEAR;
import static io.equipoise.adverseevent.domain.Judges.PRODUCTS;
import static io.equipoise.adverseevent.domain.Wards.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.SafetyInformation.Publish;
import io.equipoise.adverseevent.domain.SafetyInformationFact.SafetyInformationPublished;
import io.equipoise.platform.Specification;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is expected of a product, by the day (CTR 536/2014 Annex III 2.2). */
class SafetyInformationSpec extends Specification<SafetyInformation, Publish, SafetyFact> {
    private static final String STUDY = "NCT07146087";
    private static final SafetyInformationPublished PUBLISHED = new SafetyInformationPublished(STUDY, LIST_2);

    SafetyInformationSpec() {
        super(SafetyInformation.DECIDER);
    }

    @Test
    void a_version_is_put_in_force() {
        given().when(publish(LIST_2)).then(PUBLISHED);
    }

    @Test
    void a_version_counts_from_its_first_day_until_the_day_before_the_next() {
        var next = version("EXOSOMES", "3.0", "2025-03-01");
        var state = SafetyInformation.DECIDER.replay(List.of(PUBLISHED, new SafetyInformationPublished(STUDY, next)));
        assertThat(state.inForce("EXOSOMES", LocalDate.parse("2024-12-31"))).isEmpty();
        assertThat(state.inForce("EXOSOMES", NEW_YEAR)).contains(LIST_2);
        assertThat(state.inForce("EXOSOMES", LocalDate.parse("2025-02-28"))).contains(LIST_2);
        assertThat(state.inForce("EXOSOMES", LocalDate.parse("2025-03-01"))).contains(next);
        assertThat(state.inForce("SALINE", LocalDate.parse("2025-03-01"))).isEmpty();
    }

    @Test
    void a_version_never_changes_and_never_begins_before_the_last() {
        given(PUBLISHED)
                .when(publish(version("EXOSOMES", "2.0", "2025-06-01")))
                .refused("SAFETY_INFORMATION_ALREADY_PUBLISHED");
        for (var day : List.of("2025-01-01", "2024-06-01")) {
            given(PUBLISHED).when(publish(version("EXOSOMES", "3.0", day))).refused("SAFETY_INFORMATION_NOT_LATER");
        }
        var ofSaline = version("SALINE", "2.0", "2024-06-01");
        given(PUBLISHED).when(publish(ofSaline)).then(new SafetyInformationPublished(STUDY, ofSaline));
    }

    @Test
    void what_cannot_be_read_is_refused_by_field() {
        assertThat(given().when(publish(version("ASPIRIN", "1", "2025-01-01")))
                        .refused("PRODUCT_UNKNOWN")
                        .pointers())
                .containsExactly("/product");
        assertThat(given().when(publish(version("SALINE", " ", "2025-01-01")))
                        .refused("SAFETY_INFORMATION_INVALID")
                        .pointers())
                .containsExactly("/version");
        var noDocument = new SafetyInformationVersion("SALINE", "1", NEW_YEAR, "", List.of());
        assertThat(given().when(publish(noDocument))
                        .refused("SAFETY_INFORMATION_INVALID")
                        .pointers())
                .containsExactly("/document");
        assertThat(pointers(new ListedReaction("", null, 2, false), "SAFETY_INFORMATION_INVALID"))
                .containsExactly("/terms/0/term");
        assertThat(pointers(new ListedReaction("Fever", "", 2, false), "SAFETY_INFORMATION_INVALID"))
                .containsExactly("/terms/0/code");
        assertThat(pointers(new ListedReaction("Fever", null, 6, false), "GRADE_OUT_OF_RANGE"))
                .containsExactly("/terms/0/highestGrade");
        assertThat(pointers(new ListedReaction("Fever", null, 0, false), "GRADE_OUT_OF_RANGE"))
                .containsExactly("/terms/0/highestGrade");
    }

    @ParameterizedTest(name = "{0}, where fever is listed up to grade {1}: grade {2} {3} is {4}")
    @CsvSource(textBlock = """
        fever,      3, 2, HOSPITALIZATION,  EXPECTED
        ' FEVER ',  3, 3, HOSPITALIZATION,  EXPECTED
        Fever,      3, 4, HOSPITALIZATION,  UNEXPECTED
        Pyrexia,    3, 2, HOSPITALIZATION,  UNEXPECTED
        Fever,      3, 3, LIFE_THREATENING, UNEXPECTED
        Fever,      4, 4, LIFE_THREATENING, EXPECTED
        Fever,      4, 4, DEATH,            UNEXPECTED
        Fever,      5, 4, DEATH,            EXPECTED
        """)
    void what_the_list_says(String term, int highest, int grade, Criterion met, Expectedness says) {
        var list = list(new ListedReaction("Fever", null, highest, true));
        assertThat(list.says(named(term, account(grade, List.of(met), EventOutcome.RECOVERING))))
                .isEqualTo(says);
    }

    @Test
    void a_reaction_that_is_listed_as_not_serious_is_unexpected_when_it_is() {
        var list = list(new ListedReaction("Fever", null, 5, false));
        var mild = named("Fever", account(2, List.of(), EventOutcome.RECOVERING));
        var admitted = named("Fever", account(2, List.of(Criterion.HOSPITALIZATION), EventOutcome.RECOVERING));
        assertThat(list.says(mild)).isEqualTo(Expectedness.EXPECTED);
        assertThat(list.whyUnexpected(admitted)).containsExactly("it is serious, and is expected only where it is not");
    }

    private List<String> pointers(ListedReaction reaction, String code) {
        return given().when(publish(list(reaction))).refused(code).pointers();
    }

    private static SafetyInformationVersion list(ListedReaction reaction) {
        return new SafetyInformationVersion("EXOSOMES", "1", NEW_YEAR, "brochure", List.of(reaction));
    }

    private static Account named(String term, Account like) {
        return new Account(
                term, like.grade(), like.criteria(), like.onset(), null, like.relation(), null, like.outcome());
    }

    private static SafetyInformationVersion version(String product, String version, String from) {
        return new SafetyInformationVersion(product, version, LocalDate.parse(from), "brochure", List.of());
    }

    private static Publish publish(SafetyInformationVersion version) {
        return new Publish(STUDY, version, PRODUCTS);
    }
}
