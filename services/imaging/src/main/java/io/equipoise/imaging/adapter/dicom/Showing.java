package io.equipoise.imaging.adapter.dicom;

import java.util.Locale;
import java.util.Set;

/**
 * Whether an image may show a name in its pixels, which no profile's table reaches: then it is not taken. Only what scanners
 * make is taken; screens, documents, reports and ultrasound, which writes names into the picture, are not.
 */
final class Showing {
    private static final Tag IMAGE_TYPE = Tag.of(0x0008_0008);
    private static final Tag BURNED_IN = Tag.of(0x0028_0301);
    private static final int OVERLAYS = 0x6000;
    private static final int REPEATING = 0xFF00;
    private static final int OVERLAY_BITS = 0x0100;
    private static final int OVERLAY_POSITION = 0x0102;
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
    /** CR, DX, mammography, CT, MR, nuclear medicine, PET, angiography; the enhanced ones too (PS3.4 annex B.5). */
    private static final Set<String> TAKEN = Set.of(
            "1", "1.1", "1.1.1", "1.2", "1.2.1", "2", "2.1", "2.2", "4", "4.1", "4.3", "4.4", "12.1", "12.1.1", "12.2",
            "12.2.1", "13.1.1", "13.1.2", "13.1.3", "20", "128", "128.1", "130");

    private Showing() {}

    static void require(DataSet data) throws Malformed {
        var sopClass = data.text(Tag.SOP_CLASS).orElse("");
        if (!sopClass.startsWith(STORAGE) || !TAKEN.contains(sopClass.substring(STORAGE.length()))) {
            throw new Malformed(
                    Fault.DICOM_CLASS_NOT_TAKEN,
                    Tag.SOP_CLASS
                            + ": only images as scanners make them are taken; a screen, a document or a report may"
                            + " show who it is of");
        }
        if (says(data, BURNED_IN, "YES")) {
            throw new Malformed(
                    Fault.BURNED_IN_ANNOTATION,
                    BURNED_IN + ": text is burned into the pixels, and may name somebody; send the image without it");
        }
        if (says(data, IMAGE_TYPE, "SCREEN SAVE")) {
            throw new Malformed(
                    Fault.BURNED_IN_ANNOTATION, IMAGE_TYPE + ": a screen was saved; what it shows may name somebody");
        }
        requireNoOverlay(data);
    }

    private static boolean says(DataSet data, Tag tag, String word) {
        return data.texts(tag).stream()
                .anyMatch(text -> text.strip().toUpperCase(Locale.ROOT).contains(word));
    }

    private static void requireNoOverlay(DataSet data) throws Malformed {
        for (var tag : data.elements().keySet()) {
            if ((tag.group() & REPEATING) == OVERLAYS
                    && ((tag.element() == OVERLAY_BITS && data.number(tag).orElse(1L) > 1)
                            || (tag.element() == OVERLAY_POSITION
                                    && data.number(tag).orElse(0L) > 0))) {
                throw new Malformed(
                        Fault.OVERLAY_IN_PIXELS, tag + ": the overlay lies in the pixels; send the image without it");
            }
        }
    }
}
