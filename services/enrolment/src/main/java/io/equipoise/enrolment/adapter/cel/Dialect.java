package io.equipoise.enrolment.adapter.cel;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.equipoise.enrolment.domain.FactType;
import io.equipoise.enrolment.domain.FactValue;
import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.enrolment.domain.Rule;
import io.equipoise.enrolment.domain.WashoutBoundary;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words that an eligibility rule may use: facts by their declared types, civil dates, exact decimals, and functions
 * of two dates. What does not fit is found when the definition arrives, not when a person is screened.
 */
final class Dialect {
    static final String SCREENED_ON = "screenedOn";
    static final String FACT = "fact.";
    static final String COMPLETED_YEARS = "completed_years_date_date";
    private static final String COMPLETED_DAYS = "completed_days_date_date";

    static final CelType DATE = OpaqueType.create("date");
    private static final CelType DATE_OR_NEVER = OpaqueType.create("date_or_never");
    static final CelType DECIMAL = OpaqueType.create("decimal");

    /** Windows before an anchor, by the unit in which their length is given. */
    private static final Map<ChronoUnit, String> WINDOW = Map.of(
            ChronoUnit.MONTHS, "Months",
            ChronoUnit.WEEKS, "Weeks",
            ChronoUnit.DAYS, "Days");

    static final List<String> WINDOWS = WINDOW.values().stream()
            .flatMap(name -> Stream.of(overload(name), overload(name) + "_known"))
            .toList();

    private Dialect() {}

    private static String overload(String unit) {
        return "within_" + unit.toLowerCase(Locale.ROOT) + "_before";
    }

    /** The rule's own boundary, or else the study's, if either is declared. */
    static Optional<WashoutBoundary> boundary(Rule rule, Protocol protocol) {
        return Optional.ofNullable(rule.boundary()).or(() -> Optional.ofNullable(protocol.washoutBoundary()));
    }

    static CelCompiler compiler(Protocol protocol) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .addVar(SCREENED_ON, DATE)
                .addFunctionDeclarations(functions())
                .setResultType(SimpleType.BOOL);
        protocol.facts().forEach(fact -> builder.addVar(FACT + fact.fact(), type(fact.type())));
        return builder.build();
    }

    static CelRuntime runtime(Optional<WashoutBoundary> boundary) {
        return CelRuntimeFactory.legacyCelRuntimeBuilder()
                .addFunctionBindings(bindings(boundary))
                .build();
    }

    static Object value(FactValue value) {
        return switch (value) {
            case FactValue.On(var date) -> date;
            case FactValue.Never never -> never;
            case FactValue.Score(var number) -> new Decimal(number);
            case FactValue.Code(var code) -> code;
            case FactValue.YesNo(var yes) -> yes;
        };
    }

    private static CelType type(FactType type) {
        return switch (type) {
            case DATE -> DATE;
            case DATE_OR_NEVER -> DATE_OR_NEVER;
            case SCORE, NUMBER -> DECIMAL;
            case CODE -> SimpleType.STRING;
            case YES_NO -> SimpleType.BOOL;
        };
    }

    private static List<CelFunctionDecl> functions() {
        var all = new ArrayList<CelFunctionDecl>();
        all.add(newFunctionDeclaration(
                "completedYears", newGlobalOverload(COMPLETED_YEARS, SimpleType.INT, DATE, DATE)));
        all.add(newFunctionDeclaration("completedDays", newGlobalOverload(COMPLETED_DAYS, SimpleType.INT, DATE, DATE)));
        WINDOW.values()
                .forEach(unit -> all.add(newFunctionDeclaration(
                        "within" + unit + "Before",
                        newGlobalOverload(overload(unit), SimpleType.BOOL, DATE_OR_NEVER, SimpleType.INT, DATE),
                        newGlobalOverload(overload(unit) + "_known", SimpleType.BOOL, DATE, SimpleType.INT, DATE))));
        for (var comparison : Comparison.values()) {
            all.add(comparison.declaration());
        }
        return all;
    }

    private static List<CelFunctionBinding> bindings(Optional<WashoutBoundary> boundary) {
        var closed = boundary.equals(Optional.of(WashoutBoundary.EXCLUDES_WHEN_ON_BOUNDARY));
        var all = new ArrayList<CelFunctionBinding>();
        all.add(CelFunctionBinding.from(
                COMPLETED_YEARS, LocalDate.class, LocalDate.class, (from, to) -> ChronoUnit.YEARS.between(from, to)));
        all.add(CelFunctionBinding.from(
                COMPLETED_DAYS, LocalDate.class, LocalDate.class, (from, to) -> ChronoUnit.DAYS.between(from, to)));
        WINDOW.forEach((unit, name) -> {
            all.add(CelFunctionBinding.from(
                    overload(name),
                    List.of(Object.class, Long.class, LocalDate.class),
                    given -> within(given[0], new Window((Long) given[1], unit, closed), (LocalDate) given[2])));
            all.add(CelFunctionBinding.from(
                    overload(name) + "_known",
                    List.of(LocalDate.class, Long.class, LocalDate.class),
                    given -> within(given[0], new Window((Long) given[1], unit, closed), (LocalDate) given[2])));
        });
        for (var comparison : Comparison.values()) {
            all.addAll(comparison.bindings());
        }
        return all;
    }

    /** @param closed whether its first day belongs to it */
    private record Window(long length, ChronoUnit unit, boolean closed) {}

    /**
     * Whether an event leaves less than the window before the anchor. An event after the anchor does so too: nobody is
     * washed out of what was given the day after.
     */
    private static boolean within(Object event, Window window, LocalDate anchor) {
        if (!(event instanceof LocalDate date)) {
            return false;
        }
        var first = anchor.minus(window.length(), window.unit());
        return window.closed() ? !date.isBefore(first) : date.isAfter(first);
    }
}
