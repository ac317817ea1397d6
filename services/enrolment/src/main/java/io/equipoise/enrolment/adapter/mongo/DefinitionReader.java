package io.equipoise.enrolment.adapter.mongo;

import io.equipoise.enrolment.domain.AgeConvention;
import io.equipoise.enrolment.domain.AssessmentDefinition;
import io.equipoise.enrolment.domain.ConsentVersion;
import io.equipoise.enrolment.domain.FactDefinition;
import io.equipoise.enrolment.domain.FactType;
import io.equipoise.enrolment.domain.Instrument;
import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.enrolment.domain.Rule;
import io.equipoise.enrolment.domain.Stratum;
import io.equipoise.enrolment.domain.WashoutBoundary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads of a study definition what enrolment needs. What is unknown, absent or not understood stays open. */
public final class DefinitionReader {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");

    private DefinitionReader() {}

    public static Protocol read(String study, int version, JsonNode definition) {
        var eligibility = definition.path("eligibility");
        var admission = AdmissionReader.read(eligibility);
        return new Protocol(
                study,
                version,
                constant(AgeConvention.class, open(eligibility.path("ageConvention"))),
                boundary(open(eligibility.path("washoutBoundary"))),
                admission.facts(each(eligibility.path("facts"), DefinitionReader::fact)),
                admission.rules(each(eligibility.path("rules"), DefinitionReader::rule)),
                each(open(definition.path("consent").path("versions")), DefinitionReader::consentVersion),
                each(open(definition.path("consent").path("scopes")), scope -> Optional.of(text(scope.path("scope")))),
                target(open(definition.path("design").path("target"))),
                each(open(definition.path("design").path("strata")), DefinitionReader::stratum),
                admission,
                each(open(definition.path("assessments")), DefinitionReader::assessment));
    }

    /** Where a definition speaks of an instrument, it takes both its name and its version. */
    private static Optional<AssessmentDefinition> assessment(JsonNode node) {
        var name = text(node.path("assessment"));
        var spoken = node.path("instrument");
        var instrument = open(spoken);
        var named = text(instrument.path("name"));
        var version = text(instrument.path("version"));
        var whole = !named.isBlank() && !version.isBlank();
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new AssessmentDefinition(
                        name,
                        text(node.path("title")),
                        whole ? new Instrument(named, version) : null,
                        spoken.isObject() && !whole));
    }

    /** The value of an open value, or a missing node where its basis is unknown. */
    static JsonNode open(JsonNode node) {
        return "unknown".equals(text(node.path("basis"))) ? node.path("") : node.path("value");
    }

    static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }

    private static @Nullable Integer target(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt() ? node.intValue() : null;
    }

    private static <T> List<T> each(JsonNode list, Function<JsonNode, Optional<T>> read) {
        return list.isArray()
                ? list.valueStream().flatMap(node -> read.apply(node).stream()).toList()
                : List.of();
    }

    private static Optional<FactDefinition> fact(JsonNode node) {
        var type = constant(FactType.class, node.path("type"));
        var name = text(node.path("fact"));
        return type == null || name.isEmpty()
                ? Optional.empty()
                : Optional.of(new FactDefinition(
                        name,
                        text(node.path("title")),
                        type,
                        each(node.path("codes"), code -> Optional.of(text(code))),
                        each(node.path("steps"), DefinitionReader::decimal),
                        decimal(node.path("min")).orElse(null),
                        decimal(node.path("max")).orElse(null)));
    }

    private static Optional<Rule> rule(JsonNode node) {
        var name = text(node.path("rule"));
        var kind = text(node.path("kind"));
        var printed = text(node.path("text"));
        var slot = node.path("slot").asBoolean(false);
        return Optional.of(
                slot && text(node.path("when")).isEmpty()
                        ? Rule.open(name, kind, printed, "named in the sources only: the definition has no rule to ask")
                        : new Rule(
                                name,
                                kind,
                                printed,
                                text(node.path("when")),
                                boundary(open(node.path("boundary"))),
                                null));
    }

    /** Both spellings of the lenient boundary are in use. */
    private static @Nullable WashoutBoundary boundary(JsonNode node) {
        return "ALLOWS_WHEN_ON_BOUNDARY".equals(text(node))
                ? WashoutBoundary.PASSES_WHEN_ON_BOUNDARY
                : constant(WashoutBoundary.class, node);
    }

    private static Optional<ConsentVersion> consentVersion(JsonNode node) {
        try {
            return Optional.of(
                    new ConsentVersion(text(node.path("version")), LocalDate.parse(text(node.path("from")))));
        } catch (DateTimeParseException open) {
            return Optional.empty();
        }
    }

    private static Optional<Stratum> stratum(JsonNode node) {
        if (node.isString()) {
            return Optional.of(new Stratum(text(node), text(node), List.of()));
        }
        var name = text(node.path("stratum"));
        var fact = text(node.path("fact"));
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stratum(
                        name,
                        fact.isEmpty() ? name : fact,
                        each(node.path("levels"), level -> Optional.of(text(level)))));
    }

    private static Optional<BigDecimal> decimal(JsonNode node) {
        var printed = node.isNumber() ? node.decimalValue().toPlainString() : text(node);
        return DECIMAL.matcher(printed).matches() ? Optional.of(new BigDecimal(printed)) : Optional.empty();
    }

    private static <T extends Enum<T>> @Nullable T constant(Class<T> type, JsonNode node) {
        return Stream.of(type.getEnumConstants())
                .filter(known -> known.name().equals(text(node)))
                .findFirst()
                .orElse(null);
    }
}
