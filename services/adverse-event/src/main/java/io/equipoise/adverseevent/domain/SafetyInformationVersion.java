package io.equipoise.adverseevent.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One version of the reference safety information of a product.
 *
 * @param inForceFrom the first day on which it counts; until the day before the next version's
 * @param document where it is written, such as a section of the investigator's brochure
 * @param terms what is expected; none means that nothing is
 */
public record SafetyInformationVersion(
        String product, String version, LocalDate inForceFrom, String document, List<ListedReaction> terms) {
    private static final int LIFE_THREATENING_GRADE = 4;
    private static final int FATAL_GRADE = 5;

    public SafetyInformationVersion {
        terms = List.copyOf(terms);
    }

    /**
     * What the list says of an account: unexpected for each of the reasons, expected where there is none. A fatal event is
     * expected only where death is, a life-threatening one only where grade 4 is (ICH E2A II.C; CTFG 2017, question 7).
     */
    public List<String> whyUnexpected(Account account) {
        var found = listed(account.term());
        if (found.isEmpty()) {
            return List.of("\"" + account.term() + "\" is not listed in version " + version + " of " + document);
        }
        var listed = found.get();
        var why = new ArrayList<String>();
        if (account.grade() > listed.highestGrade()) {
            why.add("grade " + account.grade() + " is above the highest expected, " + listed.highestGrade());
        }
        if (account.serious() && !listed.serious()) {
            why.add("it is serious, and is expected only where it is not");
        }
        if (isFatal(account) && listed.highestGrade() < FATAL_GRADE) {
            why.add("it is fatal, and death is not listed as expected");
        }
        if (account.criteria().contains(Criterion.LIFE_THREATENING) && listed.highestGrade() < LIFE_THREATENING_GRADE) {
            why.add("it is life-threatening, and that is not listed as expected");
        }
        return List.copyOf(why);
    }

    /** What the list says, without a person's judgement. */
    public Expectedness says(Account account) {
        return whyUnexpected(account).isEmpty() ? Expectedness.EXPECTED : Expectedness.UNEXPECTED;
    }

    private static boolean isFatal(Account account) {
        return account.outcome() == EventOutcome.FATAL || account.criteria().contains(Criterion.DEATH);
    }

    private Optional<ListedReaction> listed(String term) {
        return terms.stream()
                .filter(each -> plain(each.term()).equals(plain(term)))
                .findFirst();
    }

    private static String plain(String term) {
        return term.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
