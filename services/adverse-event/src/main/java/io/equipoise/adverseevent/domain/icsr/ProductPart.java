package io.equipoise.adverseevent.domain.icsr;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.Moment;
import io.equipoise.adverseevent.domain.ProductAction.Action;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The study product (E2B(R3) G.k): blinded (G.k.2.5) unless the code was broken for this case or nobody in the study is
 * masked; its doses with their lots; what was done with it; and who thinks that it caused which event, the investigator
 * and the sponsor side by side (CTR Annex III 2.3 point 4). Who withdrew it and never gave it again did no rechallenge.
 */
final class ProductPart {
    private static final int K = 1;
    /** No rechallenge was done (G.k.9.i.4). */
    private static final String NOT_GIVEN_AGAIN = "4";

    private static final long MOST_MINUTES = 99_999;

    private ProductPart() {}

    static void put(Icsr.Builder report, Material material, Profile profile) {
        var number =
                material.safetyCase().opened().map(opened -> opened.caseId()).orElse("");
        report.put("G.k.0", identifier(number), K).put("G.k.1", "1", K);
        named(report, material);
        report.putIf(material.study().indication(), "G.k.7.r.1", K, 1);
        DosagePart.put(report, material, K);
        var notes = ProductNotes.of(material);
        notes.put(report, K);
        var events = material.safetyCase().events();
        for (int i = 1; i <= events.size(); i++) {
            assessed(report, events.get(i - 1), i, material, profile);
            if (notes.action().filter(Action.WITHDRAWN::equals).isPresent()
                    && !isGivenAgain(material, events.get(i - 1).account())) {
                report.put("G.k.9.i.4", NOT_GIVEN_AGAIN, K, i);
            }
        }
    }

    private static void named(Icsr.Builder report, Material material) {
        var known = material.given().or(material.study()::open);
        report.put("G.k.2.2", known.orElse(material.study().product()), K);
        if (known.isEmpty()) {
            report.put("G.k.2.5", "true", K);
        }
    }

    /** Where only the day of the onset is known, any other dose of that day may have followed. */
    private static boolean isGivenAgain(Material material, Account account) {
        return material.doses().stream()
                .filter(dose -> !Integer.valueOf(dose.dose()).equals(account.dose()))
                .anyMatch(dose -> switch (account.onset()) {
                    case Moment.At(var at) -> dose.startedAt().isAfter(at);
                    case Moment.On(var day) ->
                        !dose.startedAt().atZone(material.site()).toLocalDate().isBefore(day);
                });
    }

    private static void assessed(Icsr.Builder report, CaseEvent event, int i, Material material, Profile profile) {
        report.put("G.k.9.i.1", ReactionPart.identifier(event), K, i);
        List<Opinion> opinions = material.of(event).opinions();
        for (int r = 1; r <= opinions.size(); r++) {
            var opinion = opinions.get(r - 1);
            var said = profile == Profile.FDA_IND ? opinion.suspected() : words(opinion);
            report.put("G.k.9.i.2.r.1", opinion.source(), K, i, r)
                    .put("G.k.9.i.2.r.2", opinion.method(), K, i, r)
                    .put("G.k.9.i.2.r.3", said, K, i, r);
        }
        if (event.account().onset() instanceof Moment.At(var onset)) {
            material.doses().stream()
                    .filter(dose ->
                            Integer.valueOf(dose.dose()).equals(event.account().dose()))
                    .map(dose -> Duration.between(dose.startedAt(), onset).toMinutes())
                    .filter(minutes -> minutes >= 0 && minutes <= MOST_MINUTES)
                    .findFirst()
                    .ifPresent(minutes -> report.put("G.k.9.i.3.1a", String.valueOf(minutes), K, i)
                            .put("G.k.9.i.3.1b", "min", K, i));
        }
    }

    private static String words(Opinion opinion) {
        var name = opinion.result().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String identifier(String caseId) {
        return UUID.nameUUIDFromBytes(("product/" + caseId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
