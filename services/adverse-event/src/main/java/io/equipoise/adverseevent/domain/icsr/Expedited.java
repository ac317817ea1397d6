package io.equipoise.adverseevent.domain.icsr;

import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.Criterion;
import io.equipoise.adverseevent.domain.EventOutcome;
import io.equipoise.adverseevent.domain.Finding.Answer;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whether a case is to be reported within days (E2B(R3) C.1.7 and FDA.C.1.7.1): one of its events is serious, suspected and
 * unexpected. What nobody has judged, as it is on record now, counts as unexpected, as it does for the clocks; a suspicion
 * of the investigator or of the sponsor is not undone by the other (CTR Annex III 2.3 point 4). In the European Union a
 * pregnancy, a medication error and a use that the protocol did not foresee need no suspicion (point 2).
 *
 * @param because which rule decides, in one sentence with its paragraph
 */
public record Expedited(Within within, String because) {

    /** How soon, in civil days. */
    public enum Within {
        SEVEN_DAYS,
        FIFTEEN_DAYS,
        NOT_EXPEDITED
    }

    /** The worst event of the case decides. */
    public static Expedited of(Material material, Profile profile) {
        return material.safetyCase().events().stream()
                .map(event -> of(event, material.of(event), profile))
                .min(Comparator.comparing(Expedited::within))
                .orElseThrow();
    }

    public boolean yes() {
        return within != Within.NOT_EXPEDITED;
    }

    private static Expedited of(CaseEvent event, Material.Recorded recorded, Profile profile) {
        if (!event.account().serious()) {
            return no("no criterion of seriousness is met", profile);
        }
        var suspicion = suspicion(recorded, profile);
        if (suspicion.isEmpty()) {
            return no("nobody holds it reasonably possible that the product caused it", profile);
        }
        if (recorded.unexpected() == Answer.NO) {
            return no("it was judged to be expected by the safety information in force at the onset", profile);
        }
        var judged = recorded.unexpected() == Answer.YES ? "unexpected" : "not judged to be expected";
        var deadly = isDeadly(event);
        var paragraph = switch (profile) {
            case FDA_IND -> deadly ? "21 CFR 312.32(c)(2)" : "21 CFR 312.32(c)(1)(i)";
            case ICH -> deadly ? "Regulation (EU) 536/2014 Art 42(2)(a)" : "Regulation (EU) 536/2014 Art 42(2)(b)";
        };
        return new Expedited(
                deadly ? Within.SEVEN_DAYS : Within.FIFTEEN_DAYS,
                "serious%s, %s and %s: %s"
                        .formatted(deadly ? ", fatal or life-threatening" : "", suspicion.get(), judged, paragraph));
    }

    /** Why it counts as caused by the product; empty where it does not. */
    private static Optional<String> suspicion(Material.Recorded recorded, Profile profile) {
        if (recorded.suspected()) {
            return Optional.of("suspected");
        }
        return profile == Profile.ICH
                ? recorded.likeAReaction().map(kind -> kind + " (Annex III 2.3 point 2)")
                : Optional.empty();
    }

    private static boolean isDeadly(CaseEvent event) {
        var account = event.account();
        return account.criteria().contains(Criterion.DEATH)
                || account.criteria().contains(Criterion.LIFE_THREATENING)
                || account.outcome() == EventOutcome.FATAL;
    }

    private static Expedited no(String why, Profile profile) {
        var paragraph = profile == Profile.FDA_IND ? "21 CFR 312.32(c)(1)" : "Regulation (EU) 536/2014 Art 42(1)";
        return new Expedited(
                Within.NOT_EXPEDITED,
                why + "; only what is serious, suspected and unexpected is reported within days: " + paragraph);
    }
}
