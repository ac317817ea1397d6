package io.equipoise.imaging.application;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a text says, spelt in one way: small letters without accents, numbers and names whatever separates their parts, days
 * however they are written. So a caption can be compared with an image's header by hashes of words alone.
 */
public final class Words {
    /** Before a word that is hashed with a key, so that its hash is no other thing's. */
    public static final String KEYED_AS = "word:";

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<!\\d)(\\d{4})[-./ ]?(\\d{2})[-./ ]?(\\d{2})(?!\\d)");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?<!\\d)(\\d{1,2})[-./ ]{1,2}(\\d{1,2})[-./ ]{1,2}(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern MONTH_NAMED =
            Pattern.compile("(?<!\\d)(\\d{1,2})[-./ ]{1,2}([a-z]{3})[a-z]*[-./, ]{1,2}(\\d{4})(?!\\d)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([a-z]{3})[a-z]*[-./ ]{1,2}(\\d{1,2})[-./, ]{1,2}(\\d{4})(?!\\d)");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int CENTURY = 100;
    private static final int MOST_TOGETHER = 5;
    private static final int SHORTEST = 3;
    private static final int SHORTEST_ELSEWHERE = 2;
    private static final int LATIN_ENDS = 0x250;

    private Words() {}

    /** Every word, up to five neighbours taken together, and every day. */
    public static Set<String> said(String text) {
        var words = new HashSet<String>();
        var single = single(text);
        for (int from = 0; from < single.size(); from++) {
            var together = new StringBuilder();
            for (int to = from; to < Math.min(single.size(), from + MOST_TOGETHER); to++) {
                together.append(single.get(to));
                if (tells(together.toString())) {
                    words.add(together.toString());
                }
            }
        }
        words.addAll(days(plain(text)));
        return words;
    }

    /** The words of a name, each by itself; too short ones, which every text has, left out. */
    public static Set<String> ofName(String name) {
        var words = new HashSet<>(single(name));
        words.removeIf(word -> !tells(word));
        return words;
    }

    /** A number as one word. */
    public static Set<String> ofNumber(String number) {
        var whole = String.join("", single(number));
        return tells(whole) ? Set.of(whole) : Set.of();
    }

    /** A day of the form 19700102. */
    public static Set<String> ofDay(String day) {
        return Set.copyOf(days(day.strip()));
    }

    /** Small letters without accents; all else as it is. */
    static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> single(String text) {
        var words = new ArrayList<String>();
        for (var word : BETWEEN.split(plain(text), -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean tells(String word) {
        return !word.isEmpty() && word.length() >= (word.charAt(0) < LATIN_ENDS ? SHORTEST : SHORTEST_ELSEWHERE);
    }

    private static Set<String> days(String text) {
        var days = new HashSet<String>();
        YEAR_FIRST.matcher(text).results().forEach(found -> add(days, found.group(1), found.group(2), found.group(3)));
        YEAR_LAST.matcher(text).results().forEach(found -> {
            add(days, found.group(3), found.group(2), found.group(1));
            add(days, found.group(3), found.group(1), found.group(2));
        });
        MONTH_NAMED
                .matcher(text)
                .results()
                .forEach(found -> add(days, found.group(3), month(found.group(2)), found.group(1)));
        MONTH_FIRST
                .matcher(text)
                .results()
                .forEach(found -> add(days, found.group(3), month(found.group(1)), found.group(2)));
        return days;
    }

    private static String month(String name) {
        return String.valueOf(MONTHS.indexOf(name) + 1);
    }

    private static void add(Set<String> days, String year, String month, String day) {
        int number = Integer.parseInt(year);
        var years = year.length() > 2 ? List.of(number) : List.of(19 * CENTURY + number, 20 * CENTURY + number);
        for (int one : years) {
            try {
                days.add("day:" + LocalDate.of(one, Integer.parseInt(month), Integer.parseInt(day)));
            } catch (DateTimeException none) {
                // Not a day, so not this one.
            }
        }
    }
}
