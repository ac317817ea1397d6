package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.DATA_SAFETY_BOARD;
import static io.equipoise.platform.web.Role.INVESTIGATOR;
import static io.equipoise.platform.web.Role.MONITOR;
import static io.equipoise.platform.web.Role.OPERATIONS;
import static io.equipoise.platform.web.Role.PHARMACIST;
import static io.equipoise.platform.web.Role.SAFETY_OFFICER;
import static io.equipoise.platform.web.Role.SITE_COORDINATOR;

import io.equipoise.adverseevent.adapter.rest.StoppingView.Held;
import io.equipoise.adverseevent.adapter.rest.StoppingView.Whole;
import io.equipoise.adverseevent.application.StoppingRules;
import io.equipoise.adverseevent.domain.Lifter;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Signing;
import io.equipoise.adverseevent.domain.Stopping;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.LogInAgain;
import io.equipoise.platform.web.LoggedIn;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors of the board and the sponsor: state a stopping rule, see how the study stands by it, sign that it goes on. */
@RestController
class StoppingEndpoint {
    private final StoppingRules rules;

    StoppingEndpoint(StoppingRules rules) {
        this.rules = rules;
    }

    /** A rule and the signature under it. */
    record RuleRequest(RuleGiven rule, String name, String meaning, String reason) {}

    /** The signature under the decision that the study goes on. */
    record LiftRequest(String hold, String name, String meaning, String reason) {}

    @PostMapping("/api/safety/stopping/{study}/rules")
    @Allowed({DATA_SAFETY_BOARD, SAFETY_OFFICER})
    ResponseEntity<Object> set(
            @PathVariable String study,
            @RequestBody RuleRequest body,
            Caller caller,
            LoggedIn loggedIn,
            Attribution by) {
        caller.mustSeeEverySite();
        var signing = signing(caller, loggedIn, body.name(), body.meaning(), by);
        return answer(rules.set(study, body.rule().stated(), signing, body.reason(), by), StoppingView::set);
    }

    @PostMapping("/api/safety/stopping/{study}/lifts")
    @Allowed({DATA_SAFETY_BOARD, SAFETY_OFFICER})
    ResponseEntity<Object> lift(
            @PathVariable String study,
            @RequestBody LiftRequest body,
            Caller caller,
            LoggedIn loggedIn,
            Attribution by) {
        caller.mustSeeEverySite();
        var signing = signing(caller, loggedIn, body.name(), body.meaning(), by);
        return answer(rules.lift(study, body.hold(), signing, body.reason(), by), StoppingView::lifted);
    }

    /** Counts of everybody dosed; by arm only in randomization's unblinded export. */
    @GetMapping("/api/safety/stopping/{study}")
    @Allowed(DATA_SAFETY_BOARD)
    Whole standing(@PathVariable String study) {
        return StoppingView.whole(study, known(study));
    }

    @GetMapping("/api/safety/stopping/{study}/holds")
    @Allowed({SITE_COORDINATOR, INVESTIGATOR, PHARMACIST, SAFETY_OFFICER, MONITOR, DATA_SAFETY_BOARD, OPERATIONS})
    List<Held> holds(@PathVariable String study) {
        return StoppingView.holds(known(study));
    }

    private Stopping known(String study) {
        if (!rules.knows(study)) {
            throw new Problem(Refusal.unknown("STUDY_UNKNOWN", "no study of that name is known here"));
        }
        return rules.of(study);
    }

    private static Signing signing(Caller caller, LoggedIn loggedIn, String name, String meaning, Attribution by) {
        var roles = Stream.of(Lifter.values())
                .filter(role -> caller.is(Role.valueOf(role.name())))
                .collect(Collectors.toSet());
        return new Signing(caller.name(), roles, name, meaning, loggedIn.at(), by.recordedAt());
    }

    private static ResponseEntity<Object> answer(
            Outcome<SafetyFact> outcome, Function<Commit<SafetyFact>, Object> body) {
        return outcome instanceof Outcome.Refused<SafetyFact>(var reason) && LogInAgain.isAskedBy(reason)
                ? LogInAgain.challenge(reason, Signing.FRESH)
                : Answers.created(outcome, body);
    }
}
