package io.equipoise.imaging.adapter.dicom;

import java.util.Optional;

/** How a value is written: the value representation (PS3.5 section 6.2). */
public enum Vr {
    AE(Kind.TEXT, 1),
    AS(Kind.TEXT, 1),
    AT(Kind.TAG, 4),
    CS(Kind.TEXT, 1),
    DA(Kind.TEXT, 1),
    DS(Kind.TEXT, 1),
    DT(Kind.TEXT, 1),
    FL(Kind.NUMBER, 4),
    FD(Kind.NUMBER, 8),
    IS(Kind.TEXT, 1),
    LO(Kind.TEXT, 1),
    LT(Kind.PARAGRAPH, 1),
    OB(Kind.BINARY, 1),
    OD(Kind.BINARY, 8),
    OF(Kind.BINARY, 4),
    OL(Kind.BINARY, 4),
    OV(Kind.BINARY, 8),
    OW(Kind.BINARY, 2),
    PN(Kind.TEXT, 1),
    SH(Kind.TEXT, 1),
    SL(Kind.NUMBER, 4),
    SQ(Kind.ITEMS, 1),
    SS(Kind.NUMBER, 2),
    ST(Kind.PARAGRAPH, 1),
    SV(Kind.NUMBER, 8),
    TM(Kind.TEXT, 1),
    UC(Kind.TEXT, 1),
    UI(Kind.TEXT, 1),
    UL(Kind.NUMBER, 4),
    UN(Kind.BINARY, 1),
    UR(Kind.PARAGRAPH, 1),
    US(Kind.NUMBER, 2),
    UT(Kind.PARAGRAPH, 1),
    UV(Kind.NUMBER, 8);

    /** TEXT holds several values parted by a backslash, PARAGRAPH holds one in which a backslash is a character. */
    enum Kind {
        TEXT,
        PARAGRAPH,
        NUMBER,
        TAG,
        BINARY,
        ITEMS
    }

    private final Kind kind;
    private final int unit;

    Vr(Kind kind, int unit) {
        this.kind = kind;
        this.unit = unit;
    }

    Kind kind() {
        return kind;
    }

    /** A value's length is a multiple of this. */
    int unit() {
        return unit;
    }

    /** Explicit VR writes these with two reserved bytes and a length of four (PS3.5 section 7.1.2). */
    boolean hasLongLength() {
        return kind == Kind.BINARY
                || kind == Kind.ITEMS
                || switch (this) {
                    case UC, UR, UT, SV, UV -> true;
                    default -> false;
                };
    }

    /** Written in the data set's own character set; the others are plain ASCII. */
    boolean followsCharacterSet() {
        return switch (this) {
            case LO, LT, PN, SH, ST, UC, UT -> true;
            default -> false;
        };
    }

    static Optional<Vr> of(int first, int second) {
        var letters = "" + (char) first + (char) second;
        for (var vr : values()) {
            if (vr.name().equals(letters)) {
                return Optional.of(vr);
            }
        }
        return Optional.empty();
    }
}
