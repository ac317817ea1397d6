package io.equipoise.adverseevent.domain.icsr;

import java.util.Set;

/**
 * What the standard says about one data element.
 *
 * @param length in characters; 0 without limit
 * @param ich whether every report needs it; {@code fda}: every report to FDA before marketing
 * @param flavours that may stand in the place of a value
 * @param codes that are allowed; empty where the value is not from a short list
 * @param title what it is, in a few words; may be empty
 */
public record Element(
        String number,
        int length,
        Type type,
        boolean ich,
        boolean fda,
        Set<NullFlavour> flavours,
        Set<String> codes,
        String title) {

    /** TRUTH: true or false. TRUE: true, or a null flavour, never false (such as the criteria of seriousness). */
    public enum Type {
        TEXT,
        NUMBER,
        TRUTH,
        TRUE,
        TIME,
        DATA
    }

    /** How many groups repeat around it: two for G.k.4.r.7. */
    public int depth() {
        int depth = 0;
        for (var part : number.split("\\.")) {
            if (part.equals("i") || part.equals("k") || part.equals("r")) {
                depth++;
            }
        }
        return number.startsWith("N.2.r.") ? 0 : depth;
    }

    /** The group that repeats around it: G.k.4.r for G.k.4.r.7; empty for an element that stands once. */
    public String group() {
        if (depth() == 0) {
            return "";
        }
        var last = Math.max(Math.max(number.lastIndexOf(".i"), number.lastIndexOf(".k")), number.lastIndexOf(".r"));
        return number.substring(0, last + 2);
    }
}
