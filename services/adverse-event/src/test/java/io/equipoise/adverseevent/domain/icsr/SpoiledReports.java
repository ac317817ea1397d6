package io.equipoise.adverseevent.domain.icsr;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** For every rule that applies: how a clean report is spoiled so that the receiver would object by this rule. */
final class SpoiledReports {
    static final Map<String, Consumer<Icsr.Builder>> ALL = all();

    private SpoiledReports() {}

    private static Map<String, Consumer<Icsr.Builder>> all() {
        var spoiled = new HashMap<String, Consumer<Icsr.Builder>>();
        report(spoiled);
        patient(spoiled);
        medicine(spoiled);
        sending(spoiled);
        return Map.copyOf(spoiled);
    }

    private static void report(Map<String, Consumer<Icsr.Builder>> spoiled) {
        spoiled.put("R0005", report -> report.put("N.1.4", "ZZFDA"));
        spoiled.put("R0007", report -> report.put("N.2.r.3", "CDER"));
        spoiled.put("R0008", report -> report.put("C.1.3", "1"));
        spoiled.put("R0009", report -> report.put("C.1.6.1", "true"));
        spoiled.put(
                "R0010",
                report -> report.put("C.1.6.1.r.2", "SGVsbG8=", 1)
                        .put("C.1.6.1.r.2.representation", "B64", 1)
                        .put("C.1.6.1.r.2.compression", "DF", 1));
        spoiled.put("R0011", report -> report.none("C.1.7", NullFlavour.NI));
        spoiled.put("R0016", report -> report.put("FDA.C.1.7.1", "2"));
        spoiled.put("R0017", report -> report.put("C.1.9.1", "true"));
        spoiled.put("R0018", report -> report.put("C.1.9.1.r.1", "Partner", 1));
        spoiled.put("R0019", report -> report.remove("C.2.r.3", 1));
        spoiled.put("R0020", report -> report.remove("C.2.r.4", 1));
        spoiled.put("R0021", report -> report.remove("C.2.r.5", 1));
        spoiled.put("R0022", report -> report.remove("C.3.2"));
        spoiled.put("R0023", report -> report.remove("C.5.4"));
        spoiled.put("R0024", report -> report.put("FDA.C.5.5a", "IND 12"));
        spoiled.put("R0025", report -> report.put("N.2.r.3", "CDER_IND_EXEMPT_BA_BE"));
        spoiled.put("R0026", report -> report.remove("FDA.C.5.6.r", 1));
    }

    private static void patient(Map<String, Consumer<Icsr.Builder>> spoiled) {
        spoiled.put("R0029", report -> report.put("D.2.2b", "a"));
        spoiled.put("R0030", report -> report.put("D.2.2a", "5"));
        spoiled.put("R0031", report -> report.put("D.2.2.1b", "wk"));
        spoiled.put("R0032", report -> report.put("D.2.2.1a", "5"));
        spoiled.put("R0033", report -> report.put("D.7.1.r.1b", "10042244", 1));
        spoiled.put("R0034", report -> report.put("D.7.1.r.1a", "29.0", 1));
        spoiled.put("R0035", report -> report.remove("D.7.2"));
        spoiled.put("R0036", report -> report.put("D.8.r.4", "2020", 1));
        spoiled.put("R0037", report -> report.put("D.8.r.6b", "10042244", 1));
        spoiled.put("R0038", report -> report.put("D.8.r.6a", "29.0", 1));
        spoiled.put("R0039", report -> report.put("D.8.r.7b", "10042244", 1));
        spoiled.put("R0040", report -> report.put("D.8.r.7a", "29.0", 1));
        spoiled.put("R0041", report -> report.put("E.i.3.2a", "true", 1));
        spoiled.put("R0042", report -> report.put("D.9.2.r.1b", "10042244", 1));
        spoiled.put("R0043", report -> report.put("D.9.2.r.1a", "29.0", 1));
        spoiled.put("R0044", report -> report.put("D.9.2.r.1a", "29.0", 1));
        spoiled.put("R0045", report -> report.put("D.9.1", "20260311"));
        spoiled.put("R0046", report -> report.put("D.9.4.r.1b", "10042244", 1));
        spoiled.put("R0047", report -> report.put("D.9.4.r.1a", "29.0", 1));
        spoiled.put("R0048", report -> report.put("D.9.4.r.1a", "29.0", 1));
        spoiled.put("R0049", report -> report.put("D.10.2.2b", "a"));
        spoiled.put("R0050", report -> report.put("D.10.2.2a", "5"));
        spoiled.put("R0051", report -> report.put("D.10.1", "AB"));
        spoiled.put("R0052", report -> report.put("D.10.7.1.r.1b", "10042244", 1));
        spoiled.put("R0053", report -> report.put("D.10.7.1.r.1a", "29.0", 1));
        spoiled.put("R0054", report -> report.put("D.10.8.r.6b", "10042244", 1));
        spoiled.put("R0055", report -> report.put("D.10.8.r.6a", "29.0", 1));
        spoiled.put("R0056", report -> report.put("D.10.8.r.7b", "10042244", 1));
        spoiled.put("R0057", report -> report.put("D.10.8.r.7a", "29.0", 1));
        spoiled.put("R0058", report -> report.put("E.i.1.1a", "Schlaganfall", 1));
        spoiled.put("R0059", report -> report.put("E.i.6b", "d", 1));
        spoiled.put("R0060", report -> report.put("E.i.6a", "5", 1));
    }

    private static void medicine(Map<String, Consumer<Icsr.Builder>> spoiled) {
        spoiled.put("R0061", report -> report.put("F.r.2.1", "MRI", 1));
        spoiled.put("R0062", report -> report.put("F.r.1", "20260310", 1));
        spoiled.put("R0063", report -> report.put("F.r.2.2b", "10022891", 1));
        spoiled.put("R0064", report -> report.put("F.r.1", "20260310", 1));
        spoiled.put("R0065", report -> report.put("F.r.2.2b", "10022891", 1));
        spoiled.put("R0066", report -> report.put("F.r.2.2b", "10022891", 1));
        spoiled.put("R0067", report -> report.put("F.r.3.2", "5", 1));
        spoiled.put("R0068", report -> report.put("F.r.2.2b", "10022891", 1));
        spoiled.put("R0070", report -> report.put("G.k.1", "2", 1));
        spoiled.put(
                "R0071",
                report -> report.put("N.2.r.3", "CDER_IND_EXEMPT_BA_BE").put("G.k.1", "2", 1));
        spoiled.put("R0073", report -> report.put("G.k.2.3.r.3a", "5", 1, 1));
        spoiled.put("R0074", report -> report.put("G.k.3.1", "IND1", 1));
        spoiled.put("R0075", report -> report.put("G.k.4.r.1a", "5", 1, 1));
        spoiled.put("R0076", report -> report.put("G.k.4.r.2", "5", 1, 1));
        spoiled.put("R0077", report -> report.put("G.k.4.r.6b", "min", 1, 1));
        spoiled.put("R0078", report -> report.put("G.k.4.r.6a", "5", 1, 1));
        spoiled.put("R0079", report -> report.put("G.k.5b", "mg", 1));
        spoiled.put("R0080", report -> report.put("G.k.5a", "5", 1));
        spoiled.put("R0081", report -> report.put("G.k.6b", "wk", 1));
        spoiled.put("R0082", report -> report.put("G.k.6a", "5", 1));
        spoiled.put("R0083", report -> report.put("G.k.7.r.2b", "10042244", 1, 1));
        spoiled.put("R0084", report -> report.put("G.k.7.r.2a", "29.0", 1, 1));
        spoiled.put("R0085", report -> report.remove("G.k.9.i.2.r.1", 1, 1, 1));
        spoiled.put("R0086", report -> report.remove("G.k.9.i.2.r.2", 1, 1, 1));
        spoiled.put("R0087", report -> report.put("G.k.9.i.2.r.3", "Possible", 1, 1, 1));
        spoiled.put("R0088", report -> report.put("G.k.9.i.3.1b", "d", 1, 1));
        spoiled.put("R0089", report -> report.put("G.k.9.i.3.1a", "5", 1, 1));
        spoiled.put("R0090", report -> report.put("G.k.9.i.3.2b", "d", 1, 1));
        spoiled.put("R0091", report -> report.put("G.k.9.i.3.2a", "5", 1, 1));
    }

    private static void sending(Map<String, Consumer<Icsr.Builder>> spoiled) {
        spoiled.put("R0097", report -> report.put("H.3.r.1b", "10042244", 1));
        spoiled.put("R0098", report -> report.put("H.3.r.1a", "29.0", 1));
        spoiled.put("R0099", report -> report.put("H.5.r.1a", "Ein Schlaganfall.", 1));
        spoiled.put("R0100", report -> report.put("N.2.r.2", "SOMEBODY"));
        spoiled.put("R0101", report -> report.put("C.1.11.1", "2").put("C.1.11.2", "corrected"));
        spoiled.put("R0102", report -> report.put("C.5.4", "4"));
        spoiled.put("R0110", report -> report.remove("C.5.4"));
        spoiled.put(
                "R0111",
                report -> report.put("N.2.r.3", "CDER_IND_EXEMPT_BA_BE").put("C.1.3", "1"));
        spoiled.put("R0112", report -> report.put("C.1.3", "4"));
        spoiled.put("R0113", report -> report.put("C.1.3", "1"));
        spoiled.put("W0001", report -> report.put("D.1", "AGGREGATE"));
        spoiled.put("W0002", report -> report.put("D.1", "AGGREGATE").put("C.5.4", "2"));
        spoiled.put("W0003", report -> report.put("D.1", "SUMMARY"));
        spoiled.put("W0004", report -> report.none("D.1", NullFlavour.NA));
        spoiled.put("W0010", report -> report.put("C.1.10.r", "US-UNIVERSITY-2", 1));
        spoiled.put("AMENDMENT", report -> report.put("C.1.11.1", "2"));
        spoiled.put("MEDDRA", report -> report.put("H.3.r.1a", "28.1", 1).put("H.3.r.1b", "10042244", 1));
    }
}
