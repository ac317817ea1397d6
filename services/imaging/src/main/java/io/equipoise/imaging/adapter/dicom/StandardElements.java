package io.equipoise.imaging.adapter.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The VR of the standard's own attributes, for files that leave it out (PS3.6). */
final class StandardElements {
    private static final String TABLE = "/dicom/standard-elements.txt";
    private static final String SIGNED_OR_NOT = "XS";
    private static final int HEX = 16;
    private static final Map<Tag, String> VRS = read();

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

    private static Map<Tag, String> read() {
        var vrs = new HashMap<Tag, String>();
        try (var table = Objects.requireNonNull(StandardElements.class.getResourceAsStream(TABLE), TABLE)) {
            new String(table.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .forEach(words -> {
                        for (int i = 2; i < words.length; i++) {
                            vrs.put(
                                    new Tag(Integer.parseInt(words[0], HEX), Integer.parseInt(words[i], HEX)),
                                    words[1]);
                        }
                    });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Map.copyOf(vrs);
    }
}
