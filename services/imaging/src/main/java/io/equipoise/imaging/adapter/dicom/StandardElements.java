package io.equipoise.imaging.adapter.dicom;

import java.util.Map;
import java.util.function.Function;

/** The VR of the standard's own attributes, for files that leave it out (PS3.6). */
final class StandardElements {
    private static final String TABLE = "/dicom/standard-elements.txt";
    private static final String SIGNED_OR_NOT = "XS";
    private static final Map<Tag, String> VRS = TagTable.read(TABLE, Function.identity());

    private StandardElements() {}

    /** UN where the attribute is private or not in the table. */
    static Vr vr(Tag tag, boolean signedPixels) {
        if (tag.element() == 0) {
            return Vr.UL;
        }
        if (tag.isPrivate()) {
            return isPrivateCreator(tag) ? Vr.LO : Vr.UN;
        }
        var vr = VRS.getOrDefault(tag, Vr.UN.name());
        return vr.equals(SIGNED_OR_NOT) ? signedPixels ? Vr.SS : Vr.US : Vr.valueOf(vr);
    }

    /** Whether the attribute is in the table at all. */
    static boolean knows(Tag tag) {
        return VRS.containsKey(tag);
    }

    private static boolean isPrivateCreator(Tag tag) {
        return tag.element() >= 0x10 && tag.element() <= 0xFF;
    }
}
