package io.equipoise.adverseevent.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventReported;
import io.equipoise.adverseevent.domain.Countable;
import io.equipoise.adverseevent.domain.EventOutcome;
import io.equipoise.adverseevent.domain.Lifter;
import io.equipoise.adverseevent.domain.Moment;
import io.equipoise.adverseevent.domain.Relation;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Signing;
import io.equipoise.adverseevent.domain.Stopping;
import io.equipoise.adverseevent.domain.StoppingCommand;
import io.equipoise.adverseevent.domain.StoppingFact.ExposureNoted;
import io.equipoise.adverseevent.domain.StoppingFact.StudyHeld;
import io.equipoise.adverseevent.domain.StoppingRule;
import io.equipoise.adverseevent.domain.StoppingRule.Choice;
import io.equipoise.adverseevent.domain.StoppingRule.Way;
import io.equipoise.adverseevent.domain.Tally;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Events and doses reach the rules, whichever came first, and once each. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoppingWatchTest {
    private static final String STUDY = "NCT07146087";
    private static final SubjectId ANNA = new SubjectId(STUDY, "01", 1);
    private static final SubjectId BORIS = new SubjectId(STUDY, "01", 2);
    private static final Instant DOSED = Instant.parse("2025-03-11T09:00:00Z");
    private static final Instant NOW = Instant.parse("2025-04-01T12:00:00Z");
    private static final StoppingRule RULE = new StoppingRule(
            "SEVERE",
            "Severe related events",
            new Countable(List.of(), 3, false, true, 28, null),
            Way.EXACT,
            Map.of("planned", "20", "acceptable", "0.1", "allowed", "0.05"),
            Choice.HOLD,
            List.of(Lifter.DATA_SAFETY_BOARD));

    private final MemoryJournal<SafetyFact> journal = new MemoryJournal<>();
    private final List<ExposureNoted> doses = new ArrayList<>();
    private final CommandHandler<Stopping, StoppingCommand, SafetyFact> handler =
            new CommandHandler<>(journal, Stopping.DECIDER);
    private final ToldForStopping told = new ToldForStopping() {
        @Override
        public boolean knows(String study) {
            return study.equals(STUDY);
        }

        @Override
        public List<ExposureNoted> doses(String study) {
            return List.copyOf(doses);
        }

        @Override
        public List<StoppingRule> stated(String study, int version) {
            return version == 2 ? List.of(RULE) : List.of();
        }

        @Override
        public List<String> studies() {
            return List.of(STUDY);
        }
    };
    private final StoppingWatch watch = new StoppingWatch(handler, journal, told, Clock.fixed(NOW, ZoneOffset.UTC));
    private final StoppingRules rules = new StoppingRules(handler, told);

    @Test
    void an_event_after_the_rule_holds_the_study() {
        ruled();
        dosed(ANNA);
        dosed(BORIS);
        watch.told(severe(ANNA, "AE-1"));
        assertThat(rules.of(STUDY).held()).isFalse();
        watch.told(severe(BORIS, "AE-2"));
        assertThat(rules.of(STUDY).held()).isTrue();
    }

    @Test
    void a_rule_that_comes_last_sees_every_dose_and_every_event_before_it() {
        dosed(ANNA);
        dosed(BORIS);
        watch.told(severe(ANNA, "AE-1"));
        watch.told(severe(BORIS, "AE-2"));
        assertThat(journal.facts(Stopping.stream(STUDY))).isEmpty();
        ruled();
        assertThat(rules.of(STUDY).tally(RULE)).isEqualTo(new Tally(2, 2));
        assertThat(rules.of(STUDY).held()).isTrue();
    }

    @Test
    void told_again_from_the_start_there_is_one_hold() {
        ruled();
        dosed(ANNA);
        dosed(BORIS);
        var first = severe(ANNA, "AE-1");
        var second = severe(BORIS, "AE-2");
        for (int round = 0; round < 3; round++) {
            watch.told(first);
            watch.told(second);
            dosed(ANNA);
            journal.read(Stopping.stream(STUDY)).forEach(watch::told);
        }
        assertThat(journal.facts(Stopping.stream(STUDY)).stream().filter(StudyHeld.class::isInstance))
                .hasSize(1);
        assertThat(rules.of(STUDY).events()).hasSize(2);
    }

    @Test
    void the_rules_of_a_definition_count_once_that_version_is_activated() {
        rules.activated(STUDY, 1, by("activated-1"));
        assertThat(rules.of(STUDY).follows()).isFalse();
        rules.activated(STUDY, 2, by("activated-2"));
        assertThat(rules.of(STUDY).rules().get("SEVERE").set().definitionVersion())
                .isEqualTo(2);
    }

    private void ruled() {
        var signing =
                new Signing("dsb-01", Set.of(Lifter.DATA_SAFETY_BOARD), "A member of the board", "approval", NOW, NOW);
        var outcome = rules.set(STUDY, RULE, signing, "as the charter says", by("rule"));
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        journal.read(Stopping.stream(STUDY)).forEach(watch::told);
    }

    private void dosed(SubjectId person) {
        var dose = new ExposureNoted(STUDY, person.toString(), DOSED);
        if (!doses.contains(dose)) {
            doses.add(dose);
        }
        watch.dosed(dose, by("dose-" + person));
    }

    private Commit<SafetyFact> severe(SubjectId person, String event) {
        var account = new Account(
                "Seizure", 3, List.of(), new Moment.At(DOSED), null, Relation.POSSIBLE, null, EventOutcome.RECOVERED);
        return journal.append(
                AdverseEvent.stream(event),
                1,
                by("report-" + event),
                List.of(new AdverseEventReported(event, person, account, null, null)));
    }

    private static Attribution by(String command) {
        return new Attribution(command, command, "inv-01", "investigator", NOW, null, null, "c", null, null);
    }
}
