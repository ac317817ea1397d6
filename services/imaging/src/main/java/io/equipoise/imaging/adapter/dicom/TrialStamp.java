package io.equipoise.imaging.adapter.dicom;

import io.equipoise.contracts.SubjectId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is written into an image instead of who it is of: which trial, site, person and time point by their numbers (PS3.3
 * C.7.1.3, C.7.2.3), and how it was de-identified (PS3.15 E.1.1). It depends on nothing that could change between two uploads.
 */
final class TrialStamp {
    /** Codes of PS3.16 context group 7050: the basic profile, and dates moved. */
    static final List<String> CODES = List.of("113100", "113107");

    static final String METHOD = Profile.EDITION + " E.1-1 Basic; dates moved";
    private static final List<String> MEANINGS = List.of(
            "Basic Application Confidentiality Profile",
            "Retain Longitudinal Temporal Information Modified Dates Option");

    private TrialStamp() {}

    static SortedMap<Tag, Planned> of(SubjectId subject, String timePoint) {
        var stamp = new TreeMap<Tag, Planned>();
        put(stamp, 0x0012_0010, Vr.LO, "SPONSOR OF " + subject.study());
        put(stamp, 0x0012_0020, Vr.LO, subject.study());
        put(stamp, 0x0012_0021, Vr.LO, "");
        put(stamp, 0x0012_0030, Vr.LO, subject.site());
        put(stamp, 0x0012_0031, Vr.LO, "");
        put(stamp, 0x0012_0040, Vr.LO, subject.toString());
        put(stamp, 0x0012_0050, Vr.LO, timePoint);
        put(stamp, 0x0012_0051, Vr.ST, timePoint);
        put(stamp, 0x0012_0060, Vr.LO, "");
        put(stamp, 0x0012_0062, Vr.CS, "YES");
        put(stamp, 0x0012_0063, Vr.LO, METHOD);
        stamp.put(Tag.of(0x0012_0064), codes());
        put(stamp, 0x0028_0303, Vr.CS, "MODIFIED");
        return stamp;
    }

    private static Planned codes() {
        var items = CODES.stream()
                .<SortedMap<Tag, Planned>>map(code -> {
                    var item = new TreeMap<Tag, Planned>();
                    put(item, 0x0008_0100, Vr.SH, code);
                    put(item, 0x0008_0102, Vr.SH, "DCM");
                    put(item, 0x0008_0104, Vr.LO, MEANINGS.get(CODES.indexOf(code)));
                    return item;
                })
                .toList();
        return new Planned.Sequence(items);
    }

    private static void put(SortedMap<Tag, Planned> stamp, int tag, Vr vr, String text) {
        stamp.put(Tag.of(tag), Dummies.text(vr, List.of(text)));
    }
}
