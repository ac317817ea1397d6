package io.equipoise.adverseevent.domain;

import org.jspecify.annotations.Nullable;

/**
 * Whether one product caused the event, as one assessor sees it (ICH E2B(R3) G.k.9.i.2.r).
 *
 * @param product by its short name in the study's definition; a blinded assessor judges each product as if it had been given
 * @param route where the judgement is of one route only, such as of an intrathecal dose and not of an infusion
 * @param dose by its number, where the judgement is of one dose only; it was really given
 * @param method how it was arrived at, 1 to 60 characters, such as WHO-UMC
 */
public record CausalityAssessment(
        Assessor assessor,
        String product,
        @Nullable Route route,
        @Nullable Integer dose,
        Relation result,
        String method) {

    /** Of the same product, route and dose, by the same assessor: the later one stands for both. */
    boolean replaces(CausalityAssessment other) {
        return assessor == other.assessor && isOfWhatIsJudgedIn(other);
    }

    /** Of the same product, route and dose, whoever judged. */
    boolean isOfWhatIsJudgedIn(CausalityAssessment other) {
        return product.equals(other.product)
                && route == other.route
                && (dose == null ? other.dose == null : dose.equals(other.dose));
    }
}
