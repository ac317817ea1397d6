package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.StoppingCommand.NoteEvent;
import io.equipoise.adverseevent.domain.StoppingCommand.NoteExposure;
import io.equipoise.adverseevent.domain.StoppingFact.EventNoted;
import io.equipoise.adverseevent.domain.StoppingFact.ExposureNoted;
import io.equipoise.adverseevent.domain.StoppingFact.StoppingRuleSet;
import io.equipoise.adverseevent.domain.StoppingRule.Choice;
import io.equipoise.adverseevent.domain.StoppingRule.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A trial of at most twenty people in which 10 % with a related severe event would still be acceptable. */
final class StoppingTrial {
    static final String STUDY = "NCT07146087";
    static final String ANNA = STUDY + "-01-0001";
    static final String BORIS = STUDY + "-01-0002";
    static final String CLARA = STUDY + "-02-0001";
    static final Instant DOSED = Instant.parse("2025-03-11T09:00:00Z");
    static final Instant NOW = Instant.parse("2025-04-01T12:00:00Z");

    static final Countable SEVERE_AND_RELATED = new Countable(List.of(), 3, false, true, 28, null);
    static final Map<String, String> TEN_PERCENT = Map.of("planned", "20", "acceptable", "0.1", "allowed", "0.05");
    static final StoppingRule RULE = rule(SEVERE_AND_RELATED, Choice.HOLD);
    static final Signature SIGNED =
            new Signature("A member of the board", "dsb-01", Lifter.DATA_SAFETY_BOARD, "approval", NOW);
    static final StoppingRuleSet SET = set(RULE);

    private StoppingTrial() {}

    static StoppingRule rule(Countable counts, Choice choice) {
        return new StoppingRule(
                "SEVERE",
                "Severe related events",
                counts,
                Way.EXACT,
                TEN_PERCENT,
                choice,
                List.of(Lifter.DATA_SAFETY_BOARD));
    }

    /** The boundary is that of rules.md 4.9: 2 by n = 2, 3 by 6, 4 by 12, 5 by 17, 6 by 20. */
    static StoppingRuleSet set(StoppingRule rule) {
        return new StoppingRuleSet(
                STUDY,
                rule,
                List.of(2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 6, 6, 6),
                "stops a study whose rate is 10.0 % with a chance of 0.0488, where 0.0500 is allowed",
                null,
                SIGNED,
                "as the board's charter says");
    }

    static ExposureNoted dosed(String subject) {
        return new ExposureNoted(STUDY, subject, DOSED);
    }

    static NoteExposure dose(String subject) {
        return new NoteExposure(dosed(subject), NOW);
    }

    static EventNoted severe(String subject, String event) {
        return event(subject, event, 1, new Said(3, Relation.POSSIBLE), DOSED.plus(Duration.ofDays(2)));
    }

    record Said(int grade, Relation relation) {}

    static EventNoted event(String subject, String event, int version, Said said, Instant onset) {
        return new EventNoted(
                STUDY, subject, event, version, "Seizure", said.grade(), false, said.relation(), new Moment.At(onset));
    }

    static NoteEvent seen(EventNoted event) {
        return new NoteEvent(event, NOW);
    }

    static Signing signing(Lifter... roles) {
        return new Signing("dsb-01", Set.of(roles), "A member of the board", "approval", NOW.minusSeconds(60), NOW);
    }
}
