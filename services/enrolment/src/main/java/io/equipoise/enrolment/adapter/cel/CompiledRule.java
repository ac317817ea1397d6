package io.equipoise.enrolment.adapter.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.enrolment.domain.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule ready to be asked, or the sentence why it cannot be; with the names of the facts that it needs. */
record CompiledRule(
        Rule rule,
        List<String> facts,
        CelRuntime.@Nullable Program program,
        @Nullable String problem) {

    static CompiledRule broken(Rule rule, String problem) {
        return new CompiledRule(rule, List.of(), null, problem);
    }

    static CompiledRule of(Rule rule, CelAbstractSyntaxTree checked, CelRuntime runtime, Protocol protocol)
            throws CelEvaluationException {
        var open = openConvention(rule, checked, protocol);
        return new CompiledRule(rule, factsOf(checked), open == null ? runtime.createProgram(checked) : null, open);
    }

    /** @throws CelEvaluationException if the expression has no answer for these values */
    Object ask(Map<String, Object> values) throws CelEvaluationException {
        return Objects.requireNonNull(program).eval(values);
    }

    private static List<String> factsOf(CelAbstractSyntaxTree checked) {
        return checked.getReferenceMap().values().stream()
                .map(reference -> reference.name())
                .filter(name -> name.startsWith(Dialect.FACT))
                .map(name -> name.substring(Dialect.FACT.length()))
                .distinct()
                .toList();
    }

    /** What the definition leaves open and this rule cannot do without. */
    private static @Nullable String openConvention(Rule rule, CelAbstractSyntaxTree checked, Protocol protocol) {
        if (protocol.ageConvention() == null && uses(checked, Dialect.COMPLETED_YEARS)) {
            return "the definition leaves open how age is counted (eligibility.ageConvention)";
        }
        if (Dialect.boundary(rule, protocol).isEmpty()
                && Dialect.WINDOWS.stream().anyMatch(window -> uses(checked, window))) {
            return "the definition leaves open whether the boundary day counts (eligibility.washoutBoundary)";
        }
        return null;
    }

    private static boolean uses(CelAbstractSyntaxTree checked, String overload) {
        return checked.getReferenceMap().values().stream()
                .flatMap(reference -> Stream.ofNullable(reference.overloadIds()))
                .anyMatch(ids -> ids.contains(overload));
    }
}
