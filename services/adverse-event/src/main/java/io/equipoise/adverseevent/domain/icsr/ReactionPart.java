package io.equipoise.adverseevent.domain.icsr;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.Criterion;
import io.equipoise.adverseevent.domain.EventOutcome;
import io.equipoise.adverseevent.domain.Moment;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** An event as a reaction (E2B(R3) E.i). A criterion of seriousness is true or not said, never false. */
final class ReactionPart {
    private static final int LONGEST_TERM = 250;
    private static final Map<Criterion, String> CRITERIA = new EnumMap<>(Map.of(
            Criterion.DEATH, "E.i.3.2a",
            Criterion.LIFE_THREATENING, "E.i.3.2b",
            Criterion.HOSPITALIZATION, "E.i.3.2c",
            Criterion.DISABILITY, "E.i.3.2d",
            Criterion.CONGENITAL_ANOMALY, "E.i.3.2e",
            Criterion.OTHER_IMPORTANT, "E.i.3.2f"));

    private ReactionPart() {}

    static void put(Icsr.Builder report, Material material, Profile profile, int i, String country) {
        var event = material.safetyCase().events().get(i - 1);
        var account = event.account();
        var term = account.term()
                .substring(0, Math.min(LONGEST_TERM, account.term().length()));
        report.put("E.i.0", identifier(event), i)
                .put("E.i.1.1a", term, i)
                .put("E.i.1.1b", "eng", i)
                .put("E.i.4", time(account.onset(), material.site()), i)
                .put("E.i.7", outcome(account.outcome()), i)
                .put("E.i.9", country, i);
        if (account.end() != null) {
            report.put("E.i.5", time(account.end(), material.site()), i);
        }
        material.of(event)
                .code()
                .ifPresent(coded -> report.put("E.i.2.1a", coded.version(), i).put("E.i.2.1b", coded.code(), i));
        criteria(report, account, i);
        if (profile == Profile.FDA_IND) {
            report.none("FDA.E.i.3.2h", NullFlavour.NI, i);
        }
    }

    private static void criteria(Icsr.Builder report, Account account, int i) {
        CRITERIA.forEach((criterion, element) -> {
            if (account.criteria().contains(criterion)) {
                report.put(element, "true", i);
            } else {
                report.none(element, NullFlavour.NI, i);
            }
        });
    }

    static String identifier(CaseEvent event) {
        return UUID.nameUUIDFromBytes(("event/" + event.event()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** As precise as it is known: to the second with the site's offset, or to the day. */
    static String time(Moment moment, ZoneId site) {
        return switch (moment) {
            case Moment.At(var at) -> E2bTime.of(at.atZone(site).toOffsetDateTime());
            case Moment.On(var day) -> E2bTime.of(day);
        };
    }

    /** The codes of E.i.7. */
    static String outcome(EventOutcome outcome) {
        return switch (outcome) {
            case RECOVERED -> "1";
            case RECOVERING -> "2";
            case NOT_RECOVERED -> "3";
            case RECOVERED_WITH_SEQUELAE -> "4";
            case FATAL -> "5";
            case UNKNOWN -> "0";
        };
    }
}
