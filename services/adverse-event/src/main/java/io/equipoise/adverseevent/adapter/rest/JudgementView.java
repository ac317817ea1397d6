package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.adverseevent.application.Judging;
import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.Assessor;
import io.equipoise.adverseevent.domain.Finding;
import io.equipoise.adverseevent.domain.JudgementFact;
import io.equipoise.adverseevent.domain.JudgementFact.CausalityAssessed;
import io.equipoise.adverseevent.domain.JudgementFact.ExpectednessAssessed;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.Commit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is thought of an event, with who said so, when, and what the list of expected reactions says. */
final class JudgementView {
    private final Judging judging;

    JudgementView(Judging judging) {
        this.judging = judging;
    }

    /** The answer to an opinion. */
    static Object answer(Commit<SafetyFact> commit) {
        return step((JudgementFact) commit.facts().getFirst(), commit);
    }

    static Map<String, Object> ofInvestigator(AdverseEventFact account, List<Commit<SafetyFact>> commits) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("event", account.event());
        shown.put("relation", account.account().relation().name());
        shown.put(
                "causality",
                steps(
                        commits,
                        fact -> fact instanceof CausalityAssessed said
                                && said.assessment().assessor() == Assessor.INVESTIGATOR));
        return shown;
    }

    Map<String, Object> whole(AdverseEventFact account) {
        var judgement = judging.judgement(account.event()).orElseThrow();
        var commits = judging.history(account.event());
        var shown = new LinkedHashMap<String, Object>();
        shown.put("event", account.event());
        shown.put("subject", account.subject().toString());
        shown.put("version", account.version());
        shown.put("relation", account.account().relation().name());
        shown.put("serious", finding(judgement.serious()));
        shown.put("fatalOrLifeThreatening", finding(judgement.fatalOrLifeThreatening()));
        shown.put("suspected", finding(judgement.suspected()));
        shown.put("unexpected", finding(judgement.unexpected()));
        shown.put("susarCandidate", judgement.isSusarCandidate());
        shown.put("susar", judgement.isSusar());
        shown.put("causality", steps(commits, CausalityAssessed.class::isInstance));
        shown.put("expectedness", steps(commits, ExpectednessAssessed.class::isInstance));
        shown.put("lists", lists(account));
        return shown;
    }

    /** By product: which list counts, what it says, and why. */
    private List<Map<String, Object>> lists(AdverseEventFact account) {
        var lists = new ArrayList<Map<String, Object>>();
        for (var product : judging.products(account).stream().sorted().toList()) {
            var list = new LinkedHashMap<String, Object>();
            list.put("product", product);
            judging.inForceAtOnset(account, product).ifPresent(inForce -> {
                list.put("version", inForce.version());
                list.put("inForceFrom", inForce.inForceFrom().toString());
                list.put("says", inForce.says(account.account()).name());
                list.put("because", inForce.whyUnexpected(account.account()));
            });
            lists.add(list);
        }
        return lists;
    }

    private static Map<String, Object> finding(Finding finding) {
        return Map.of(
                "answer", finding.answer().name(),
                "by", finding.by(),
                "since", finding.since().toString());
    }

    private static List<Map<String, Object>> steps(List<Commit<SafetyFact>> commits, Predicate<SafetyFact> which) {
        var steps = new ArrayList<Map<String, Object>>();
        for (var commit : commits) {
            for (var fact : commit.facts()) {
                if (fact instanceof JudgementFact judgement && which.test(fact)) {
                    steps.add(step(judgement, commit));
                }
            }
        }
        return steps;
    }

    private static Map<String, Object> step(JudgementFact fact, Commit<SafetyFact> commit) {
        var step = new LinkedHashMap<String, Object>();
        step.put("event", fact.event());
        switch (fact) {
            case CausalityAssessed said -> {
                var assessment = said.assessment();
                step.put("assessor", assessment.assessor().name());
                step.put("product", assessment.product());
                put(step, "route", assessment.route());
                put(step, "dose", assessment.dose());
                step.put("result", assessment.result().name());
                step.put("method", assessment.method());
            }
            case ExpectednessAssessed said -> {
                step.put("product", said.product());
                step.put("version", said.version());
                step.put("account", said.account());
                step.put("result", said.result().name());
            }
        }
        put(step, "reason", fact.reason());
        step.put("by", commit.by().actor());
        step.put("at", commit.by().recordedAt().toString());
        return step;
    }

    private static void put(Map<String, Object> shown, String field, @Nullable Object value) {
        if (value != null) {
            shown.put(field, value instanceof Enum<?> word ? word.name() : value);
        }
    }
}
