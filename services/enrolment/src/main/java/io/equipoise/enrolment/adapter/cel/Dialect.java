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
import io.equipoise.enrolment.domain.WashoutBoundary;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words that an eligibility rule may use: facts by their declared types, civil dates, exact decimals, and functions
 * of two dates. What does not fit is found when the definition arrives, not when a person is screened.
 */
final class Dialect {
    static final String SCREENED_ON = "screenedOn";
    static final String FACT = "fact.";
    static final String COMPLETED_YEARS = "completed_years_date_date";
    static final String WITHIN_MONTHS_BEFORE = "within_months_before_event_int_date";
    private static final String COMPLETED_DAYS = "completed_days_date_date";

    static final CelType DATE = OpaqueType.create("date");
    private static final CelType DATE_OR_NEVER = OpaqueType.create("date_or_never");
    static final CelType DECIMAL = OpaqueType.create("decimal");

    private Dialect() {}

    static CelCompiler compiler(Protocol protocol) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .addVar(SCREENED_ON, DATE)
                .addFunctionDeclarations(functions())
                .setResultType(SimpleType.BOOL);
        protocol.facts().forEach(fact -> builder.addVar(FACT + fact.fact(), type(fact.type())));
        return builder.build();
    }

    static CelRuntime runtime(Protocol protocol) {
        return CelRuntimeFactory.legacyCelRuntimeBuilder()
                .addFunctionBindings(bindings(protocol))
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
        all.add(newFunctionDeclaration(
                "withinMonthsBefore",
                newGlobalOverload(WITHIN_MONTHS_BEFORE, SimpleType.BOOL, DATE_OR_NEVER, SimpleType.INT, DATE)));
        for (var comparison : Comparison.values()) {
            all.add(comparison.declaration());
        }
        return all;
    }

    private static List<CelFunctionBinding> bindings(Protocol protocol) {
        var all = new ArrayList<CelFunctionBinding>();
        var boundary = protocol.washoutBoundary();
        all.add(CelFunctionBinding.from(
                COMPLETED_YEARS, LocalDate.class, LocalDate.class, (from, to) -> ChronoUnit.YEARS.between(from, to)));
        all.add(CelFunctionBinding.from(
                COMPLETED_DAYS, LocalDate.class, LocalDate.class, (from, to) -> ChronoUnit.DAYS.between(from, to)));
        all.add(CelFunctionBinding.from(
                WITHIN_MONTHS_BEFORE,
                List.of(Object.class, Long.class, LocalDate.class),
                given -> within(given[0], (Long) given[1], (LocalDate) given[2], boundary)));
        for (var comparison : Comparison.values()) {
            all.addAll(comparison.bindings());
        }
        return all;
    }

    /**
     * Whether an event leaves less than so many calendar months before the anchor. An event after the anchor does so too:
     * nobody is washed out of what was given the day after.
     */
    private static boolean within(Object event, long months, LocalDate anchor, @Nullable WashoutBoundary boundary) {
        if (!(event instanceof LocalDate date)) {
            return false;
        }
        var first = anchor.minusMonths(months);
        return boundary == WashoutBoundary.EXCLUDES_WHEN_ON_BOUNDARY ? !date.isBefore(first) : date.isAfter(first);
    }
}
