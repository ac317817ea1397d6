package io.equipoise.enrolment.domain;

import java.util.List;

/** One eligibility rule answered, with the sentence why and the facts behind it. */
public record Criterion(String rule, String kind, String text, Answer answer, String because, List<Fact> facts) {
    public Criterion {
        facts = List.copyOf(facts);
    }
}
