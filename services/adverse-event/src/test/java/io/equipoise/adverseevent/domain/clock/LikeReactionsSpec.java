package io.equipoise.adverseevent.domain.clock;

import static io.equipoise.adverseevent.domain.clock.Office.BERLIN;
import static io.equipoise.adverseevent.domain.clock.Office.EU;
import static io.equipoise.adverseevent.domain.clock.Office.FDA;
import static io.equipoise.adverseevent.domain.clock.Office.MONDAY;
import static io.equipoise.adverseevent.domain.clock.Office.UK;
import static io.equipoise.adverseevent.domain.clock.Office.clock;
import static io.equipoise.adverseevent.domain.clock.Office.clocks;
import static io.equipoise.adverseevent.domain.clock.Office.course;
import static io.equipoise.adverseevent.domain.clock.Office.explained;
import static io.equipoise.adverseevent.domain.clock.Office.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.ReportableKind;
import io.equipoise.adverseevent.domain.clock.ClockRule.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Pregnancies, medication errors and unforeseen uses are reported as reactions are (CTR 536/2014, Annex III 2.3 point 2). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LikeReactionsSpec {

    /** A serious medication error that nobody suspects a product of. */
    private static Course unsuspected(Answer unexpected) {
        return course(
                received(MONDAY, BERLIN),
                new Judged(
                        MONDAY, Answer.YES, Answer.NO, Answer.NO, unexpected, Set.of(ReportableKind.MEDICATION_ERROR)));
    }

    @Test
    void ctr_annex_iii_point_2_a_medication_error_starts_a_clock_that_nobody_suspects_anything_for() {
        var clock = clock(EU, unsuspected(Answer.YES), Kind.OTHER);
        assertThat(clock.due()).isEqualTo("2025-03-25");
        assertThat(clock.provisional()).isFalse();
        assertThat(clocks(EU, unsuspected(Answer.NO))).isEmpty();
    }

    @Test
    void only_a_profile_that_names_a_paragraph_reports_such_kinds_as_reactions() {
        var kinds = List.of(ReportableKind.values());
        assertThat(EU.likeReactions(kinds))
                .containsExactlyInAnyOrder(
                        ReportableKind.PREGNANCY,
                        ReportableKind.MEDICATION_ERROR,
                        ReportableKind.OVERDOSE,
                        ReportableKind.MISUSE);
        assertThat(FDA.likeReactions(kinds)).isEmpty();
        assertThat(UK.likeReactions(kinds)).isEmpty();
    }

    @Test
    void a_clock_of_a_medication_error_says_that_no_suspicion_is_asked_for_and_by_which_paragraph() {
        assertThat(explained(EU, unsuspected(Answer.YES), Kind.OTHER))
                .contains("It is reported as a reaction is, whether or not anybody suspects the product, because an"
                        + " event is a medication error (Regulation (EU) 536/2014, Annex III 2.3 point 2).")
                .doesNotContain("suspected to be caused", "if it were judged not suspected");
    }
}
