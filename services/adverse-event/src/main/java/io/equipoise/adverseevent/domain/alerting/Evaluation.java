package io.equipoise.adverseevent.domain.alerting;

import io.equipoise.adverseevent.domain.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which of a study's rules a fact meets, and why; every rule is looked at, and all that are met are named together. */
public record Evaluation(AlertRules rules) {

    public List<MetRule> of(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Told told -> met(told);
            case Trigger.Coded coded -> met(coded);
            case Trigger.Cluster cluster -> when(rules.lotCluster(), RuleKind.LOT_CLUSTER, cluster);
            case Trigger.ClockAtRisk clock -> when(rules.clockAtRisk(), RuleKind.CLOCK_AT_RISK, clock);
            case Trigger.Boundary boundary -> when(rules.stoppingBoundary(), RuleKind.STOPPING_BOUNDARY, boundary);
        };
    }

    private static List<MetRule> when(boolean asked, RuleKind kind, Trigger trigger) {
        return asked ? List.of(new MetRule(kind, trigger.summary())) : List.of();
    }

    private List<MetRule> met(Trigger.Told told) {
        var met = new ArrayList<MetRule>();
        var account = told.account();
        if (account.serious()) {
            var criteria = account.criteria().stream().map(Criterion::words).collect(Collectors.joining(", "));
            met.add(new MetRule(RuleKind.SERIOUS, "a criterion of seriousness is met: " + criteria));
        }
        infusion(told, met);
        special(told, met);
        var grade = rules.gradeAtLeast();
        if (grade != null && account.grade() >= grade) {
            met.add(new MetRule(RuleKind.GRADE, "grade " + account.grade() + " is at least " + grade));
        }
        return List.copyOf(met);
    }

    /** Where only the day of the onset is known, nobody can say; nothing is invented. */
    private void infusion(Trigger.Told told, List<MetRule> met) {
        var given = told.given();
        var limit = rules.infusionMinutes();
        var minutes = given == null ? null : given.minutesFromStart();
        if (minutes != null && limit != null && minutes >= 0 && minutes <= limit) {
            met.add(new MetRule(
                    RuleKind.INFUSION_REACTION,
                    "onset " + minutes + " min after the start of a dose, within " + limit + " min"));
        }
    }

    private void special(Trigger.Told told, List<MetRule> met) {
        rules.termIn(told.account().term())
                .ifPresent(term -> met.add(new MetRule(RuleKind.SPECIAL_INTEREST, "the term has " + term)));
    }

    private List<MetRule> met(Trigger.Coded coded) {
        return coded.codes().stream()
                .filter(rules.codes()::contains)
                .findFirst()
                .map(code -> new MetRule(
                        RuleKind.SPECIAL_INTEREST,
                        (code.equals(coded.codes().getFirst()) ? "coded as " : "coded under ") + code + " ("
                                + coded.dictionary() + ")"))
                .stream()
                .toList();
    }
}
