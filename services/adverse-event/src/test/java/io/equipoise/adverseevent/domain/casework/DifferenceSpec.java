package io.equipoise.adverseevent.domain.casework;

import static io.equipoise.adverseevent.domain.CaseFiles.AS_ADMITTED;
import static io.equipoise.adverseevent.domain.Wards.ADMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.CaseField;
import io.equipoise.adverseevent.domain.EventOutcome;
import io.equipoise.adverseevent.domain.Moment;
import io.equipoise.adverseevent.domain.Relation;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Where a case and the clinical record disagree. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DifferenceSpec {

    @Test
    void the_same_account_does_not_differ() {
        assertThat(Difference.between(AS_ADMITTED, ADMITTED)).isEmpty();
    }

    @Test
    void every_field_that_is_reconciled_is_compared() {
        var other = new Account(
                "Anaphylaxis",
                4,
                List.of(),
                Moment.parse("2025-03-12").orElseThrow(),
                Moment.parse("2025-03-13").orElseThrow(),
                Relation.DEFINITE,
                null,
                EventOutcome.RECOVERED);
        assertThat(Difference.between(AS_ADMITTED, other))
                .containsExactly(
                        new Difference(CaseField.TERM, "Infusion related reaction", "Anaphylaxis"),
                        new Difference(CaseField.ONSET, "2025-03-11T10:05:00Z", "2025-03-12"),
                        new Difference(CaseField.END, "nothing", "2025-03-13"),
                        new Difference(CaseField.SERIOUSNESS, "hospitalization", "not serious"),
                        new Difference(CaseField.OUTCOME, "RECOVERING", "RECOVERED"),
                        new Difference(CaseField.CAUSALITY, "POSSIBLE", "DEFINITE"),
                        new Difference(CaseField.DOSE, "1", "nothing"),
                        new Difference(CaseField.GRADE, "3", "4"));
    }
}
