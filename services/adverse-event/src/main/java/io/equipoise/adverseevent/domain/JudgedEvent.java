package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.adverseevent.domain.JudgementCommand.AssessCausality;
import io.equipoise.adverseevent.domain.JudgementCommand.AssessExpectedness;
import io.equipoise.adverseevent.domain.JudgementFact.CausalityAssessed;
import io.equipoise.adverseevent.domain.JudgementFact.ExpectednessAssessed;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event and everything that anybody thought of it: by the same stream as the event, from another side. */
public record JudgedEvent(@Nullable AdverseEventFact account, List<JudgementFact> judgements) {
    public static final Decider<JudgedEvent, JudgementCommand, SafetyFact> DECIDER =
            new Decider<>(new JudgedEvent(null, List.of()), JudgedEvent::decide, JudgedEvent::evolve);

    private static final int LONGEST_METHOD = 60;
    private static final int LONGEST_REASON = 2_000;

    public JudgedEvent {
        judgements = List.copyOf(judgements);
    }

    private static Decision<SafetyFact> decide(JudgedEvent state, JudgementCommand command) {
        var about = state.account;
        if (about == null) {
            return refuse(Refusal.unknown("ADVERSE_EVENT_UNKNOWN", "no such adverse event is on record"));
        }
        var reason = command.reason();
        if (reason != null && reason.length() > LONGEST_REASON) {
            return refuse(Refusal.invalid("REASON_TOO_LONG", "a reason has at most 2000 characters", "/reason"));
        }
        return switch (command) {
            case AssessCausality assess -> state.assess(assess, about);
            case AssessExpectedness assess -> state.assess(assess, about);
        };
    }

    private Decision<SafetyFact> assess(AssessCausality command, AdverseEventFact about) {
        var next = command.assessment();
        var dose = next.dose();
        if (!command.products().contains(next.product())) {
            return refuse(SafetyInformation.unknownProduct(next.product()));
        }
        if (!SafetyInformation.isLine(next.method(), LONGEST_METHOD)) {
            return refuse(
                    Refusal.invalid("METHOD_INVALID", "name the method in 1 to 60 characters on one line", "/method"));
        }
        if (dose != null && command.known().dose(dose).isEmpty()) {
            return refuse(
                    Refusal.conflict("DOSE_NOT_GIVEN", "no such dose is recorded as given to this subject", "/dose"));
        }
        var before = standing(next.assessor(), next);
        if (before.isPresent()
                && before.get().assessment().equals(next)
                && Objects.equals(before.get().reason(), command.reason())) {
            return accept();
        }
        if (isBlank(command.reason()) && (before.isPresent() || isBelowInvestigator(next, about))) {
            return refuse(reasonMissing("say why this differs from what was judged before"));
        }
        return accept(new CausalityAssessed(about.event(), about.subject(), next, command.reason()));
    }

    /** The sponsor may think less of it, gives the reason, and both opinions stand; nothing is downgraded by it. */
    private boolean isBelowInvestigator(CausalityAssessment next, AdverseEventFact about) {
        var investigator = standing(Assessor.INVESTIGATOR, next)
                .map(said -> said.assessment().result())
                .orElse(about.account().relation());
        return next.assessor() == Assessor.SPONSOR && next.result().compareTo(investigator) < 0;
    }

    private Optional<CausalityAssessed> standing(Assessor assessor, CausalityAssessment ofTheSame) {
        return judgements.stream()
                .filter(CausalityAssessed.class::isInstance)
                .map(CausalityAssessed.class::cast)
                .filter(said -> said.assessment().assessor() == assessor
                        && said.assessment().isOfWhatIsJudgedIn(ofTheSame))
                .reduce((earlier, later) -> later);
    }

    private Decision<SafetyFact> assess(AssessExpectedness command, AdverseEventFact about) {
        var inForce = command.inForce();
        if (inForce == null) {
            return refuse(Refusal.conflict(
                    "SAFETY_INFORMATION_MISSING",
                    "no safety information of this product was in force at the onset; publish it first",
                    "/product"));
        }
        if (!inForce.version().equals(command.version())) {
            return refuse(Refusal.conflict(
                    "SAFETY_INFORMATION_NOT_IN_FORCE",
                    "at the onset version " + inForce.version() + " was in force, from " + inForce.inForceFrom(),
                    "/version"));
        }
        if (command.result() != inForce.says(about.account()) && isBlank(command.reason())) {
            var why = inForce.whyUnexpected(about.account());
            return refuse(reasonMissing("say why this differs from the list, by which "
                    + (why.isEmpty() ? "it is expected" : String.join("; ", why))));
        }
        var fact = new ExpectednessAssessed(
                about.event(),
                about.subject(),
                command.product(),
                command.version(),
                about.version(),
                command.result(),
                command.reason());
        return isStanding(fact) ? accept() : accept(fact);
    }

    private boolean isStanding(ExpectednessAssessed fact) {
        return judgements.stream()
                .filter(ExpectednessAssessed.class::isInstance)
                .map(ExpectednessAssessed.class::cast)
                .filter(said -> said.product().equals(fact.product()))
                .reduce((earlier, later) -> later)
                .filter(fact::equals)
                .isPresent();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Refusal reasonMissing(String detail) {
        return Refusal.invalid("REASON_MISSING", detail, "/reason");
    }

    private static JudgedEvent evolve(JudgedEvent state, SafetyFact fact) {
        return switch (fact) {
            case AdverseEventFact said -> new JudgedEvent(said, state.judgements);
            case JudgementFact judgement -> {
                var more = new ArrayList<>(state.judgements);
                more.add(judgement);
                yield new JudgedEvent(state.account, more);
            }
            case EventAddition addition -> state;
            case SafetyFact foreign -> throw new IllegalStateException("not about an adverse event: " + foreign);
        };
    }
}
