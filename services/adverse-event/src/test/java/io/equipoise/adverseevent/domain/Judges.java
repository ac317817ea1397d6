package io.equipoise.adverseevent.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Two products, what they are expected to do, and who thinks what of Anna's reaction. */
public interface Judges {
    Set<String> PRODUCTS = Set.of("EXOSOMES", "SALINE");
    LocalDate NEW_YEAR = LocalDate.parse("2025-01-01");

    ListedReaction WARM = new ListedReaction("Infusion related reaction", null, 2, false);
    ListedReaction FEVER = new ListedReaction("Fever", "90000012", 3, true);
    SafetyInformationVersion LIST_2 =
            new SafetyInformationVersion("EXOSOMES", "2.0", NEW_YEAR, "brochure, section 7", List.of(WARM, FEVER));

    CausalityAssessment AFTER_DOSE_1 = new CausalityAssessment(
            Assessor.INVESTIGATOR, "EXOSOMES", Route.INTRAVENOUS, 1, Relation.PROBABLE, "WHO-UMC");

    static CausalityAssessment investigator(Relation result) {
        return new CausalityAssessment(Assessor.INVESTIGATOR, "EXOSOMES", null, null, result, "WHO-UMC");
    }

    static CausalityAssessment sponsor(Relation result) {
        return new CausalityAssessment(Assessor.SPONSOR, "EXOSOMES", null, null, result, "WHO-UMC");
    }
}
