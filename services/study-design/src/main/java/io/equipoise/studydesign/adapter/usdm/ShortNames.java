package io.equipoise.studydesign.adapter.usdm;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Short names as the language writes them, made from what people wrote; no two alike in one list. */
final class ShortNames {
    private static final int LONGEST = 30;

    private final Set<String> given = new HashSet<>();

    String of(String text) {
        var name = plain(text);
        var free = name;
        for (int n = 2; !given.add(free); n++) {
            free = name + "_" + n;
        }
        return free;
    }

    static String plain(String text) {
        var letters = Normalizer.normalize(text, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        var name = letters.matches("[A-Z].*") ? letters : "N_" + letters;
        return name.length() > LONGEST ? name.substring(0, LONGEST).replaceAll("_+$", "") : name;
    }
}
