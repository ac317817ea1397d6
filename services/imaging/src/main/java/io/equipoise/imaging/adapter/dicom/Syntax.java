package io.equipoise.imaging.adapter.dicom;

/** A transfer syntax, as far as it changes how a file is read (PS3.5 section 10 and annex A). */
record Syntax(boolean explicitVr, boolean compressedPixels) {
    static final Syntax EXPLICIT = new Syntax(true, false);
    static final Syntax IMPLICIT = new Syntax(false, false);
    private static final Syntax COMPRESSED = new Syntax(true, true);
    private static final String ROOT = "1.2.840.10008.1.2";

    static Syntax of(String uid) throws Malformed {
        return switch (uid) {
            case ROOT -> IMPLICIT;
            case ROOT + ".1" -> EXPLICIT;
            case ROOT + ".1.99" -> throw notTaken(uid, "it is deflated");
            case ROOT + ".2" -> throw notTaken(uid, "it is big-endian");
            case ROOT + ".5" -> COMPRESSED;
            default -> {
                if (uid.startsWith(ROOT + ".4.")) {
                    yield COMPRESSED;
                }
                throw notTaken(uid, "we do not know it");
            }
        };
    }

    private static Malformed notTaken(String uid, String why) {
        return new Malformed(
                Fault.DICOM_SYNTAX_NOT_TAKEN,
                "%s: transfer syntax %s is not taken, because %s; send implicit or explicit VR little endian"
                        .formatted(Tag.TRANSFER_SYNTAX, uid, why));
    }
}
