package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CohortEvent.PersonPutInCohort;
import io.equipoise.dosing.domain.Levels.Cohort;
import io.equipoise.dosing.domain.Levels.Escalation;
import io.equipoise.dosing.domain.Levels.Gate;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.Optional;

/** Whether a person may be put into a dose group: there is room, the level below has passed, and no sentinel is too fresh. */
record Assigning(Cohorts cohorts, CohortCommand.Assign asked) {
    private static final int SMALL = 3;
    private static final int FULL = 6;

    Decision<CohortEvent> decide() {
        var level = asked.levels().named(asked.cohort());
        if (level.isEmpty()) {
            return Decision.refuse(Refusal.invalid(
                    "COHORT_UNKNOWN", "the study definition has no dose group of that name", "/cohort"));
        }
        var already = cohorts.of(asked.subject().toString());
        if (already.isPresent()) {
            return already.get().equals(asked.cohort())
                    ? Decision.accept()
                    : Decision.refuse(Refusal.conflict(
                            "ALREADY_IN_COHORT", "the person is in dose group " + already.get(), "/cohort"));
        }
        return DoseGate.reasonAndDay(asked.reason(), asked.on(), asked.toldAt())
                .or(this::held)
                .or(this::enrolment)
                .or(() -> room(level.get()))
                .or(() -> tolerated(level.get()))
                .or(() -> below(level.get()))
                .or(() -> sentinels(level.get()))
                .<Decision<CohortEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(
                        new PersonPutInCohort(asked.subject().toString(), asked.cohort(), asked.on(), asked.reason())));
    }

    /** A level is climbed by somebody's decision now, whatever day they write. */
    private Optional<Refusal> held() {
        return asked.holds().stream()
                .filter(hold -> hold.covers(asked.toldAt()))
                .findFirst()
                .map(SafetyHold::refusal);
    }

    private Optional<Refusal> enrolment() {
        var enrolled = asked.enrolledOn();
        return enrolled == null || asked.on().isBefore(enrolled)
                ? Optional.of(Refusal.conflict(
                        "NOT_ENROLLED",
                        "the person is not known as enrolled on that day; an enrolment recorded just now may still be"
                                + " on its way, and the command may be sent again",
                        "/on"))
                : Optional.empty();
    }

    private Optional<Refusal> room(Cohort level) {
        var people = cohorts.in(level.cohort()).size();
        var escalation = asked.levels().escalation();
        if (escalation != null
                && escalation.maximum() != null
                && cohorts.people().size() >= escalation.maximum()) {
            return Optional.of(Refusal.conflict(
                    "COHORT_FULL", "the study takes %d people over all levels".formatted(escalation.maximum())));
        }
        var most = size(level);
        return most.isPresent() && people >= most.get()
                ? Optional.of(Refusal.conflict(
                        "COHORT_FULL", "dose group %s holds %d people".formatted(level.cohort(), most.get())))
                : Optional.empty();
    }

    /** Three people, and six only after one of three had a toxicity, where the protocol says 3+3. */
    private Optional<Integer> size(Cohort level) {
        var stated = Optional.ofNullable(level.size());
        var escalation = asked.levels().escalation();
        if (escalation == null || escalation.gate() != Gate.THREE_PLUS_THREE) {
            return stated;
        }
        var expanded = cohorts.verdict(level.cohort())
                .filter(said -> said.verdict() == Verdict.STAY)
                .isPresent();
        return Optional.of(expanded ? FULL : SMALL);
    }

    private Optional<Refusal> tolerated(Cohort level) {
        return asked.levels().cohorts().stream()
                .filter(one -> one.order() <= level.order())
                .flatMap(one -> cohorts.verdict(one.cohort()).stream())
                .filter(said -> said.verdict() == Verdict.EXCEEDED)
                .map(said -> Refusal.conflict(
                        "LEVEL_EXCEEDED",
                        "%d of %d people of dose group %s had a toxicity: this level and those above are closed"
                                .formatted(said.toxicities(), said.evaluated(), said.cohort())))
                .findFirst();
    }

    private Optional<Refusal> below(Cohort level) {
        var below = asked.levels().below(level);
        if (below.isEmpty()) {
            return Optional.empty();
        }
        var escalation = asked.levels().escalation();
        if (escalation == null) {
            return Optional.of(Refusal.conflict(
                    "ESCALATION_NOT_STATED", "the study definition leaves open what opens the next level"));
        }
        var passed = escalation.gate() == Gate.NONE
                || cohorts.verdict(below.get().cohort())
                        .filter(said -> said.verdict() == Verdict.ESCALATE)
                        .isPresent();
        return passed
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "LEVEL_NOT_OPEN",
                        "dose group %s opens when %s has passed (%s)"
                                .formatted(level.cohort(), below.get().cohort(), escalation.gate())));
    }

    private Optional<Refusal> sentinels(Cohort level) {
        var escalation = asked.levels().escalation();
        if (escalation == null || escalation.sentinels() == 0) {
            return Optional.empty();
        }
        return cohorts.in(level.cohort()).stream()
                .limit(escalation.sentinels())
                .flatMap(sentinel -> waiting(sentinel, escalation).stream())
                .findFirst();
    }

    private Optional<Refusal> waiting(String sentinel, Escalation escalation) {
        if (escalation.stagger() == null) {
            return Optional.of(Refusal.conflict(
                    "ESCALATION_NOT_STATED", "the study definition leaves open how long to wait after a sentinel"));
        }
        var dosed = asked.firstDoses().get(sentinel);
        if (dosed == null) {
            return Optional.of(Refusal.conflict(
                    "SENTINEL_STAGGER", "%s goes first and had no dose yet".formatted(sentinel), "/on"));
        }
        var from = dosed.plus(escalation.stagger());
        return asked.on().isBefore(from)
                ? Optional.of(Refusal.conflict(
                        "SENTINEL_STAGGER",
                        "%s went first and was dosed on %s: the next person follows from %s"
                                .formatted(sentinel, dosed, from),
                        "/on"))
                : Optional.empty();
    }
}
