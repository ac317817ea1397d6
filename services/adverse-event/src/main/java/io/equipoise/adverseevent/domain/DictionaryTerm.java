package io.equipoise.adverseevent.domain;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a dictionary that its holder uploaded.
 *
 * @param preferred the code of the term under which it is counted, where it is another
 * @param grades that the dictionary has for the term, such as 1, 2 and 3; empty where it says nothing of grades (in CTCAE a
 *     dash means that a grade is not available)
 * @param organClass the system organ class under which it is counted, by its name; absent where the dictionary has none, or
 *     where that of the preferred term counts
 */
public record DictionaryTerm(
        String code,
        String term,
        @Nullable String preferred,
        List<Integer> grades,
        @Nullable String organClass) {
    public DictionaryTerm {
        grades = grades.stream().distinct().sorted().toList();
    }

    /** Of a dictionary without classes. */
    public DictionaryTerm(String code, String term, @Nullable String preferred, List<Integer> grades) {
        this(code, term, preferred, grades, null);
    }

    /** Words without regard to capitals, spaces, hyphens and other marks. */
    public static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    public boolean hasGrade(int grade) {
        return grades.isEmpty() || grades.contains(grade);
    }
}
