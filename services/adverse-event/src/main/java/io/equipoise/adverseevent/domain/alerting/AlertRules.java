package io.equipoise.adverseevent.domain.alerting;

import io.equipoise.platform.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What makes an alert in a study. A serious event always does (ICH E2A; 21 CFR 312.32(a)): there is no switch for it.
 *
 * @param terms of special interest: words that a reported term contains, whatever their case
 * @param codes of special interest, of whichever dictionary an event is coded in; that of a preferred term stands for all
 *     that count under it
 * @param gradeAtLeast from this grade on, 1 to 5 (CTCAE v5); absent where no grade alone makes an alert
 * @param infusionMinutes onset from the start of a dose up to so many minutes after it, 1 to 2880; absent where none
 */
public record AlertRules(
        List<String> terms,
        List<String> codes,
        @Nullable Integer gradeAtLeast,
        @Nullable Integer infusionMinutes,
        boolean lotCluster,
        boolean stoppingBoundary,
        boolean clockAtRisk) {
    private static final int HIGHEST_GRADE = 5;
    private static final int TWO_DAYS = 2_880;
    private static final int LONGEST_TERM = 200;
    private static final int MOST_TERMS = 200;

    /** Until somebody says otherwise: serious events, and what other parts of this room find of their own accord. */
    public static final AlertRules USUAL = new AlertRules(List.of(), List.of(), null, null, true, true, true);

    public AlertRules {
        terms = cleaned(terms);
        codes = cleaned(codes);
    }

    private static List<String> cleaned(List<String> texts) {
        return texts.stream()
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .distinct()
                .toList();
    }

    /** Why these cannot be anybody's rules. */
    public Optional<Refusal> broken() {
        if (isOutside(gradeAtLeast, HIGHEST_GRADE)) {
            return invalid("ALERT_GRADE_OUT_OF_RANGE", "a grade is 1 to 5 (CTCAE v5)", "/gradeAtLeast");
        }
        if (isOutside(infusionMinutes, TWO_DAYS)) {
            return invalid(
                    "ALERT_MINUTES_OUT_OF_RANGE", "say 1 to 2880 minutes from the start", "/infusionReactionMinutes");
        }
        return isUnreadable(terms)
                ? invalid("ALERT_TERM_INVALID", "up to 200 terms of 1 to 200 characters each", "/terms")
                : isUnreadable(codes)
                        ? invalid("ALERT_CODE_INVALID", "up to 200 codes of 1 to 200 characters each", "/codes")
                        : Optional.empty();
    }

    private static boolean isOutside(@Nullable Integer number, int highest) {
        return number != null && (number < 1 || number > highest);
    }

    private static boolean isUnreadable(List<String> texts) {
        return texts.size() > MOST_TERMS
                || texts.stream()
                        .anyMatch(text -> text.isEmpty()
                                || text.length() > LONGEST_TERM
                                || text.chars().anyMatch(Character::isISOControl));
    }

    private static Optional<Refusal> invalid(String code, String detail, String pointer) {
        return Optional.of(Refusal.invalid(code, detail, pointer));
    }

    /** The rules in words, one a line, as an officer reads them. */
    public List<String> words() {
        return Stream.of(
                        Optional.of("every serious event, always"),
                        terms.isEmpty()
                                ? Optional.<String>empty()
                                : Optional.of("terms with " + String.join(", ", terms)),
                        codes.isEmpty() ? Optional.<String>empty() : Optional.of("codes " + String.join(", ", codes)),
                        Optional.ofNullable(gradeAtLeast).map(grade -> "grade " + grade + " or more"),
                        Optional.ofNullable(infusionMinutes)
                                .map(minutes -> "onset within " + minutes + " min of the start of a dose"),
                        lotCluster ? Optional.of("a cluster of one lot") : Optional.<String>empty(),
                        stoppingBoundary ? Optional.of("a stopping boundary crossed") : Optional.<String>empty(),
                        clockAtRisk ? Optional.of("a reporting clock at risk") : Optional.<String>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<String> termIn(String reported) {
        var words = " " + plain(reported) + " ";
        return terms.stream()
                .filter(term -> words.contains(" " + plain(term) + " "))
                .findFirst();
    }

    /** Letters and digits in lower case, one blank between words. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
