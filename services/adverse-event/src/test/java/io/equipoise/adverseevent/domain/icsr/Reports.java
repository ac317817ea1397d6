package io.equipoise.adverseevent.domain.icsr;

import io.equipoise.adverseevent.adapter.e2b.Tables;
import java.time.Instant;
import java.util.List;

/** A report of a trial under an IND that nobody objects to, to be spoiled one element at a time. */
final class Reports {
    static final RuleBook RULES = Tables.rules();
    static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
    static final Sending FIRST = new Sending(Profile.FDA_IND, true, NOW);
    static final Sending FOLLOW_UP = new Sending(Profile.FDA_IND, false, NOW);

    private Reports() {}

    static List<String> found(Icsr.Builder report) {
        return found(report, FIRST);
    }

    static List<String> found(Icsr.Builder report, Sending sending) {
        return RULES.findings(report.build(), sending).stream()
                .map(Finding::rule)
                .toList();
    }

    static Icsr.Builder clean() {
        var report = Icsr.builder();
        header(report);
        people(report);
        reaction(report, 1);
        medicine(report);
        return report.put("H.1", "A subject had a stroke four days after the second dose.")
                .put("H.4", "The sponsor suspects the study product.");
    }

    private static void header(Icsr.Builder report) {
        report.put("N.1.1", "1")
                .put("N.1.2", "B-1")
                .put("N.1.3", "UNIVERSITY")
                .put("N.1.4", "ZZFDA_PREMKT")
                .put("N.1.5", "20260320100000+0000")
                .put("N.2.r.1", "US-UNIVERSITY-1")
                .put("N.2.r.2", "UNIVERSITY")
                .put("N.2.r.3", "CBER_IND")
                .put("N.2.r.4", "20260320100000+0000")
                .put("C.1.1", "US-UNIVERSITY-1")
                .put("C.1.2", "20260320060000-0500")
                .put("C.1.3", "2")
                .put("C.1.4", "20260310")
                .put("C.1.5", "20260312")
                .put("C.1.6.1", "false")
                .put("C.1.7", "true")
                .put("FDA.C.1.7.1", "1")
                .put("C.1.8.1", "US-UNIVERSITY-1")
                .put("C.1.8.2", "2")
                .none("C.1.9.1", NullFlavour.NI)
                .put("FDA.C.1.12", "false");
    }

    private static void people(Icsr.Builder report) {
        report.put("C.2.r.1.4", "Anders", 1)
                .put("C.2.r.3", "US", 1)
                .put("C.2.r.4", "1", 1)
                .put("C.2.r.5", "1", 1)
                .none("FDA.C.2.r.2.8", NullFlavour.MSK, 1)
                .put("C.3.1", "3")
                .put("C.3.2", "University")
                .put("C.3.3.1", "Safety")
                .put("C.3.3.2", "Dr")
                .put("C.3.3.3", "Berit")
                .put("C.3.3.5", "Berg")
                .put("C.3.4.1", "1 First Street")
                .put("C.3.4.2", "Town")
                .put("C.3.4.3", "MA")
                .put("C.3.4.4", "02115")
                .put("C.3.4.5", "US")
                .put("C.3.4.6", "6170000000")
                .put("C.3.4.7", "6170000001")
                .put("C.3.4.8", "safety@example.org")
                .put("C.5.3", "NCT07146087")
                .put("C.5.4", "1")
                .put("FDA.C.5.5a", "123456")
                .none("FDA.C.5.6.r", NullFlavour.NA, 1)
                .put("D.1", "NCT07146087-01-0001")
                .put("D.7.2", "Multiple sclerosis")
                .none("FDA.D.11.r", NullFlavour.UNK, 1)
                .none("FDA.D.12", NullFlavour.UNK);
    }

    static void reaction(Icsr.Builder report, int i) {
        report.put("E.i.0", "00000000-0000-0000-0000-00000000000" + i, i)
                .put("E.i.2.1a", "29.0", i)
                .put("E.i.2.1b", "10042244", i)
                .put("E.i.4", "20260309", i)
                .put("E.i.7", "3", i);
        for (var criterion : List.of("a", "b", "d", "e", "f")) {
            report.none("E.i.3.2" + criterion, NullFlavour.NI, i);
        }
        report.put("E.i.3.2c", "true", i).none("FDA.E.i.3.2h", NullFlavour.NI, i);
    }

    private static void medicine(Icsr.Builder report) {
        report.put("G.k.0", "00000000-0000-0000-0000-0000000000f1", 1)
                .put("G.k.1", "1", 1)
                .put("G.k.2.2", "Blinded study product", 1)
                .put("G.k.2.5", "true", 1)
                .put("G.k.9.i.1", "00000000-0000-0000-0000-000000000001", 1, 1)
                .put("G.k.9.i.2.r.1", "Sponsor", 1, 1, 1)
                .put("G.k.9.i.2.r.2", "FDA", 1, 1, 1)
                .put("G.k.9.i.2.r.3", "Suspected", 1, 1, 1);
    }
}
