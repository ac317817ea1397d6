package io.equipoise.adverseevent.domain.icsr;

import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.CaseFact.CaseInformationReceived;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.Criterion;
import io.equipoise.adverseevent.domain.EventOutcome;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.icsr.Expedited.Within;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Makes a case safety report of a case (E2B(R3)). What nobody has recorded is not made up: it is left out, or stands as a
 * null flavour where the standard has one for it.
 */
public final class CaseReport {
    private static final int LONGEST_TRIAL_NUMBER = 20;
    private final Material material;
    private final Profile profile;
    private final Instant now;
    private final SafetyCase safetyCase;
    private final CaseOpened opened;
    private final Icsr.Builder report = Icsr.builder();

    private CaseReport(Material material, CaseOpened opened, Profile profile, Instant now) {
        this.material = material;
        this.profile = profile;
        this.now = now;
        this.safetyCase = material.safetyCase();
        this.opened = opened;
    }

    /** The report as it would be sent at this moment, with the elements of its message (N.2.r). */
    public static Icsr of(Material material, CaseOpened opened, Profile profile, Instant now) {
        var made = new CaseReport(material, opened, profile, now);
        made.message();
        made.identification();
        made.correction();
        made.sources();
        made.study();
        made.patient();
        var events = made.safetyCase.events();
        for (int i = 1; i <= events.size(); i++) {
            ReactionPart.put(made.report, material, profile, i, made.country());
        }
        ProductPart.put(made.report, material, profile);
        made.safetyCase.narrative().ifPresent(narrative -> made.report.put("H.1", narrative));
        return made.report.build();
    }

    private void message() {
        report.put("N.2.r.1", opened.safetyReportId())
                .put("N.2.r.2", material.sender().identifier())
                .putIf(material.study().receiver(), "N.2.r.3")
                .put("N.2.r.4", time(now));
    }

    private void identification() {
        var information = safetyCase.information();
        var expedited = Expedited.of(material, profile);
        report.put("C.1.1", opened.safetyReportId())
                .put("C.1.2", time(now))
                .put("C.1.3", "2")
                .put("C.1.4", time(information.getFirst().information().receivedAt()))
                .put("C.1.5", time(information.getLast().information().receivedAt()))
                .put("C.1.7", String.valueOf(expedited.yes()))
                .put("C.1.8.1", opened.worldwideId())
                .put("C.1.8.2", "2");
        var files = safetyCase.files();
        report.put("C.1.6.1", String.valueOf(!files.isEmpty()));
        for (int r = 1; r <= files.size(); r++) {
            report.put("C.1.6.1.r.1", files.get(r - 1).name(), r);
        }
        if (profile == Profile.FDA_IND) {
            report.put("FDA.C.1.7.1", fdaCode(expedited.within())).put("FDA.C.1.12", "false");
        }
        var others = List.copyOf(safetyCase.otherNumbers());
        if (others.isEmpty()) {
            report.none("C.1.9.1", NullFlavour.NI);
        } else {
            report.put("C.1.9.1", "true");
        }
        for (int r = 1; r <= others.size(); r++) {
            report.put("C.1.9.1.r.1", material.sender().identifier(), r).put("C.1.9.1.r.2", others.get(r - 1), r);
        }
    }

    /** FDA's codes: 6 within seven days, 1 within fifteen, 2 not expedited (FDA.C.1.7.1). */
    private static String fdaCode(Within within) {
        return switch (within) {
            case SEVEN_DAYS -> "6";
            case FIFTEEN_DAYS -> "1";
            case NOT_EXPEDITED -> "2";
        };
    }

    /** Nullification, or an amendment without anything new from outside (C.1.11). */
    private void correction() {
        var nullified = safetyCase.nullified();
        nullified.ifPresent(gone -> report.put("C.1.11.1", "1").put("C.1.11.2", gone.reason()));
        safetyCase
                .mergedInto()
                .filter(gone -> nullified.isEmpty())
                .ifPresent(gone -> report.put("C.1.11.1", "1").put("C.1.11.2", gone.reason()));
        var sent = safetyCase.submissions();
        if (sent.isEmpty() || nullified.isPresent() || safetyCase.mergedInto().isPresent()) {
            return;
        }
        var last = sent.getLast();
        safetyCase.amendments().stream()
                .filter(amended -> amended.at().isAfter(last.sentAt()))
                .filter(amended -> last.covers() == safetyCase.information().size())
                .reduce((earlier, later) -> later)
                .ifPresent(amended -> report.put("C.1.11.1", "2").put("C.1.11.2", amended.reason()));
    }

    private void sources() {
        var information = safetyCase.information();
        for (int r = 1; r <= information.size(); r++) {
            source(information.get(r - 1), r);
        }
        material.sender().elements().forEach((element, text) -> report.put(element, text));
    }

    private void source(CaseInformationReceived heard, int r) {
        report.put("C.2.r.3", heard.information().country(), r)
                .put("C.2.r.4", String.valueOf(heard.information().reporter().code()), r);
        if (heard.reporterName() != null) {
            report.put("C.2.r.1.4", heard.reporterName(), r);
        }
        if (r == 1) {
            report.put("C.2.r.5", "1", r);
        }
        if (profile == Profile.FDA_IND) {
            report.none("FDA.C.2.r.2.8", NullFlavour.MSK, r);
        }
    }

    private void study() {
        var study = material.study();
        report.put("C.5.3", study.number()).put("C.5.4", "1").putIf(study.name(), "C.5.2");
        if (profile != Profile.FDA_IND) {
            return;
        }
        report.putIf(study.ind(), "FDA.C.5.5a");
        if (study.crossInds().isEmpty()) {
            report.none("FDA.C.5.6.r", NullFlavour.NA, 1);
        }
        for (int r = 1; r <= study.crossInds().size(); r++) {
            report.put("FDA.C.5.6.r", study.crossInds().get(r - 1), r);
        }
    }

    /** A subject is known by the number in the trial only; what nobody told of the person is unknown. */
    private void patient() {
        var number = opened.subject().toString();
        report.put("D.1", number);
        PatientPart.put(report, safetyCase.patient());
        if (number.length() <= LONGEST_TRIAL_NUMBER) {
            report.put("D.1.1.4", number);
        }
        if (profile == Profile.FDA_IND) {
            report.none("FDA.D.11.r", NullFlavour.UNK, 1).none("FDA.D.12", NullFlavour.UNK);
        }
        safetyCase.events().stream()
                .map(CaseEvent::account)
                .filter(account -> account.outcome() == EventOutcome.FATAL
                        || account.criteria().contains(Criterion.DEATH))
                .findFirst()
                .ifPresent(fatal -> {
                    if (fatal.end() == null) {
                        report.none("D.9.1", NullFlavour.ASKU);
                    } else {
                        report.put("D.9.1", ReactionPart.time(fatal.end(), material.site()));
                    }
                    report.none("D.9.3", NullFlavour.UNK);
                });
    }

    private String country() {
        return safetyCase.information().getFirst().information().country();
    }

    private String time(Instant moment) {
        return E2bTime.of(moment.atZone(office()).toOffsetDateTime());
    }

    private ZoneId office() {
        return safetyCase.information().getLast().information().office();
    }
}
