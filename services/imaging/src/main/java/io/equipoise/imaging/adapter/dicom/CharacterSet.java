package io.equipoise.imaging.adapter.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the specific character set (0008,0005) says about reading text (PS3.3 C.12.1.1.2). */
final class CharacterSet {
    static final Charset DEFAULT = StandardCharsets.US_ASCII;
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("ISO_IR 100", "ISO-8859-1"),
            Map.entry("ISO_IR 101", "ISO-8859-2"),
            Map.entry("ISO_IR 109", "ISO-8859-3"),
            Map.entry("ISO_IR 110", "ISO-8859-4"),
            Map.entry("ISO_IR 144", "ISO-8859-5"),
            Map.entry("ISO_IR 127", "ISO-8859-6"),
            Map.entry("ISO_IR 126", "ISO-8859-7"),
            Map.entry("ISO_IR 138", "ISO-8859-8"),
            Map.entry("ISO_IR 148", "ISO-8859-9"),
            Map.entry("ISO_IR 203", "ISO-8859-15"),
            Map.entry("ISO_IR 166", "TIS-620"),
            Map.entry("ISO_IR 192", "UTF-8"),
            Map.entry("GB18030", "GB18030"),
            Map.entry("GBK", "GBK"));

    private CharacterSet() {}

    /** Code extensions (ISO 2022) are read by their first set: what lies outside it shows as unreadable, nothing is guessed. */
    static Charset of(String first) {
        var name = NAMES.get(first.strip().replace("ISO 2022 IR ", "ISO_IR "));
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : DEFAULT;
    }
}
