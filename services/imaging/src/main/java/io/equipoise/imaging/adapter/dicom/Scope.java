package io.equipoise.imaging.adapter.dicom;

import java.nio.charset.Charset;

/**
 * Where the reader is: how elements are written here, how deep, up to which byte, and whether a delimiter ends it instead.
 */
record Scope(Syntax syntax, Charset text, int depth, long end, boolean delimited) {
    private static final int DEEPEST = 16;

    Scope in(Charset other) {
        return new Scope(syntax, other, depth, end, delimited);
    }

    Scope in(Syntax other) {
        return new Scope(other, text, depth, end, delimited);
    }

    /** One level down, up to this byte. */
    Scope below(long until, Tag tag) throws Malformed {
        return deeper(until, false, tag);
    }

    /** One level down, up to a delimiter that must come before the end of what is around it. */
    Scope belowUntilDelimiter(Tag tag) throws Malformed {
        return deeper(end, true, tag);
    }

    private Scope deeper(long until, boolean untilDelimiter, Tag tag) throws Malformed {
        if (depth == DEEPEST) {
            throw new Malformed(
                    Fault.DICOM_TOO_LARGE, "%s: sequences within sequences, more than %d deep".formatted(tag, DEEPEST));
        }
        return new Scope(syntax, text, depth + 1, until, untilDelimiter);
    }
}
