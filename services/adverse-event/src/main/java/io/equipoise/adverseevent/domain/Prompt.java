package io.equipoise.adverseevent.domain;

import java.util.ArrayList;
import java.util.List;

/** A question back to the reporter. The report stands as it is: grade and seriousness are judged apart (CTCAE v5). */
public enum Prompt {
    GRADE_5_WITHOUT_DEATH("Grade 5 means death. Should the criterion DEATH be met?"),
    GRADE_4_WITHOUT_LIFE_THREATENING(
            "Grade 4 means life-threatening consequences. Should the criterion LIFE_THREATENING be met?"),
    FATAL_WITHOUT_GRADE_5("The outcome is FATAL. Should the grade be 5?"),
    FATAL_WITHOUT_DEATH("The outcome is FATAL. Should the criterion DEATH be met?"),
    ONSET_BEFORE_DOSE("The onset lies before the start of this dose. Is it the right dose?");

    private static final int FATAL_GRADE = 5;
    private static final int LIFE_THREATENING_GRADE = 4;

    private final String text;

    Prompt(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** What the reporter should look at again. */
    public static List<Prompt> about(AdverseEventFact fact) {
        var account = fact.account();
        var dead = account.criteria().contains(Criterion.DEATH);
        var prompts = new ArrayList<Prompt>();
        if (account.grade() == FATAL_GRADE && !dead) {
            prompts.add(GRADE_5_WITHOUT_DEATH);
        }
        if (account.grade() == LIFE_THREATENING_GRADE && !account.criteria().contains(Criterion.LIFE_THREATENING)) {
            prompts.add(GRADE_4_WITHOUT_LIFE_THREATENING);
        }
        if (account.outcome() == EventOutcome.FATAL && account.grade() != FATAL_GRADE) {
            prompts.add(FATAL_WITHOUT_GRADE_5);
        }
        if (account.outcome() == EventOutcome.FATAL && account.grade() != FATAL_GRADE && !dead) {
            prompts.add(FATAL_WITHOUT_DEATH);
        }
        var given = fact.given();
        if (given != null && given.minutesFromStart() != null && given.minutesFromStart() < 0) {
            prompts.add(ONSET_BEFORE_DOSE);
        }
        return List.copyOf(prompts);
    }
}
