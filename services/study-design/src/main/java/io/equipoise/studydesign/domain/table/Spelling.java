package io.equipoise.studydesign.domain.table;

import java.util.Map;
import java.util.regex.Pattern;

/** One spelling of what print has several of. The printed text is kept beside whatever is read from it. */
public record Spelling(String printed) {
    private static final Map<Character, Character> ONE = Map.ofEntries(
            Map.entry('\u00b5', 'u'),
            Map.entry('\u03bc', 'u'),
            Map.entry('\u00a0', ' '),
            Map.entry('\u202f', ' '),
            Map.entry('\u2007', ' '),
            Map.entry('\u2009', ' '),
            Map.entry('\u2010', '-'),
            Map.entry('\u2011', '-'),
            Map.entry('\u2012', '-'),
            Map.entry('\u2013', '-'),
            Map.entry('\u2014', '-'),
            Map.entry('\u2212', '-'),
            Map.entry('\u00d7', 'x'));
    private static final Pattern SPACES = Pattern.compile("\\s+");

    static String plain(String printed) {
        return new Spelling(printed).plain();
    }

    /** Micro sign and Greek mu are u, every dash a hyphen, every space one space. */
    public String plain() {
        var text = new StringBuilder(printed.length());
        printed.chars().forEach(letter -> text.append(ONE.getOrDefault((char) letter, (char) letter)));
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
