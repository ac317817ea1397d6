package io.equipoise.contracts;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person in a study, without identity: study, site and a number of the site's screening log, written
 * {@code NCT07146087-01-0001}.
 */
public record SubjectId(String study, String site, int number) {
    private static final Pattern FORM = Pattern.compile("([A-Z0-9]{1,24})-([A-Z0-9]{1,8})-([0-9]{4})");
    private static final int LAST = 9999;

    public SubjectId {
        if (number < 1 || number > LAST) {
            throw new IllegalArgumentException("a subject's number is 1 to 9999, not " + number);
        }
    }

    /** Empty where the text is not of the form. */
    public static Optional<SubjectId> parse(String text) {
        var found = FORM.matcher(text);
        return found.matches() && Integer.parseInt(found.group(3)) > 0
                ? Optional.of(new SubjectId(found.group(1), found.group(2), Integer.parseInt(found.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "%s-%s-%04d".formatted(study, site, number);
    }
}
