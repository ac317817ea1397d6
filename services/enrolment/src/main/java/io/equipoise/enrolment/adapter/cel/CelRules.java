package io.equipoise.enrolment.adapter.cel;

import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.equipoise.enrolment.application.EligibilityRules;
import io.equipoise.enrolment.domain.Answer;
import io.equipoise.enrolment.domain.Criterion;
import io.equipoise.enrolment.domain.Fact;
import io.equipoise.enrolment.domain.FactValue;
import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.enrolment.domain.WashoutBoundary;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Rules are checked and compiled once per version of a definition. A rule one of whose facts is missing, or that has no
 * answer for another reason, is not assessed, whatever the rest of it would say.
 */
public final class CelRules implements EligibilityRules {
    private final Map<Protocol, List<CompiledRule>> compiled = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> problems(Protocol protocol) {
        var problems = new TreeMap<String, String>();
        for (var rule : rules(protocol)) {
            var problem = rule.problem();
            if (problem != null) {
                problems.put(rule.rule().rule(), problem);
            }
        }
        return problems;
    }

    @Override
    public List<Criterion> assess(Protocol protocol, LocalDate screenedOn, Map<String, Fact> latest) {
        return rules(protocol).stream()
                .map(rule -> answer(rule, protocol, screenedOn, latest))
                .toList();
    }

    private List<CompiledRule> rules(Protocol protocol) {
        return compiled.computeIfAbsent(protocol, CelRules::compile);
    }

    private static List<CompiledRule> compile(Protocol protocol) {
        var compiler = Dialect.compiler(protocol);
        var runtimes = new HashMap<Optional<WashoutBoundary>, CelRuntime>();
        return protocol.rules().stream()
                .map(rule -> {
                    var open = rule.open();
                    if (open != null) {
                        return CompiledRule.broken(rule, open);
                    }
                    try {
                        var checked = compiler.compile(rule.when(), rule.rule()).getAst();
                        return CompiledRule.of(
                                rule,
                                checked,
                                runtimes.computeIfAbsent(Dialect.boundary(rule, protocol), Dialect::runtime),
                                protocol);
                    } catch (CelValidationException | CelEvaluationException e) {
                        return CompiledRule.broken(rule, "the expression cannot be understood: " + e.getMessage());
                    }
                })
                .toList();
    }

    private static Criterion answer(
            CompiledRule rule, Protocol protocol, LocalDate screenedOn, Map<String, Fact> latest) {
        var known =
                rule.facts().stream().map(latest::get).filter(Objects::nonNull).toList();
        var problem = rule.problem();
        if (problem != null) {
            return criterion(rule, Answer.NOT_ASSESSED, problem, known);
        }
        var missing =
                rule.facts().stream().filter(name -> !latest.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            return criterion(rule, Answer.NOT_ASSESSED, "not recorded yet: " + String.join(", ", missing), known);
        }
        var values = new HashMap<String, Object>(Map.of(Dialect.SCREENED_ON, screenedOn));
        for (var fact : known) {
            var value = protocol.fact(fact.fact()).flatMap(definition -> definition.read(fact.value()));
            if (value.isEmpty()) {
                var why = fact.fact() + " " + fact.value() + " is no value in version " + protocol.version();
                return criterion(rule, Answer.NOT_ASSESSED, why, known);
            }
            values.put(Dialect.FACT + fact.fact(), Dialect.value(value.get()));
        }
        return ask(rule, values, known);
    }

    private static Criterion ask(CompiledRule rule, Map<String, Object> values, List<Fact> known) {
        try {
            return switch (rule.ask(values)) {
                case Boolean holds when holds -> criterion(rule, Answer.MET, "it holds" + said(known), known);
                case Boolean fails -> criterion(rule, Answer.NOT_MET, "it does not hold" + said(known), known);
                case Object other -> criterion(rule, Answer.NOT_ASSESSED, "the rule gave no answer", known);
            };
        } catch (CelEvaluationException e) {
            return criterion(rule, Answer.NOT_ASSESSED, "the rule gave no answer: " + e.getMessage(), known);
        }
    }

    private static String said(List<Fact> known) {
        return known.stream()
                .map(fact -> fact.fact()
                        + (fact.value().equals(FactValue.NEVER) ? " never happened" : " is " + fact.value())
                        + " (observed " + fact.observedOn() + ", " + fact.source() + ")")
                .collect(Collectors.joining("; ", known.isEmpty() ? "" : ": ", ""));
    }

    private static Criterion criterion(CompiledRule rule, Answer answer, String because, List<Fact> facts) {
        var asked = rule.rule();
        return new Criterion(asked.rule(), asked.kind(), asked.text(), answer, because, facts);
    }
}
