package io.equipoise.adverseevent.domain;

import java.util.stream.Collectors;

/** An event in one line: "Grade 3 infusion related reaction: hospitalization". */
public record Summary(Account account) {

    @Override
    public String toString() {
        var criteria = account.criteria().stream().map(Criterion::words).collect(Collectors.joining(", "));
        return "Grade " + account.grade() + " " + uncapitalized(account.term().strip()) + ": " + criteria;
    }

    /** A term such as COVID-19 keeps its capitals. */
    private static String uncapitalized(String term) {
        return term.length() > 1 && Character.isLowerCase(term.charAt(1))
                ? Character.toLowerCase(term.charAt(0)) + term.substring(1)
                : term;
    }
}
