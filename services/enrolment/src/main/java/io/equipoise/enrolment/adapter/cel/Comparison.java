package io.equipoise.enrolment.adapter.cel;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.time.LocalDate;
import java.util.List;

/** A comparison of exact decimals, with each other and with an expression's literals, and of dates. */
enum Comparison {
    LESS("_<_"),
    AT_MOST("_<=_"),
    MORE("_>_"),
    AT_LEAST("_>=_");

    private final String operator;

    Comparison(String operator) {
        this.operator = operator;
    }

    CelFunctionDecl declaration() {
        return newFunctionDeclaration(
                operator,
                overload("decimal_decimal", Dialect.DECIMAL, Dialect.DECIMAL),
                overload("decimal_double", Dialect.DECIMAL, SimpleType.DOUBLE),
                overload("decimal_int", Dialect.DECIMAL, SimpleType.INT),
                overload("double_decimal", SimpleType.DOUBLE, Dialect.DECIMAL),
                overload("int_decimal", SimpleType.INT, Dialect.DECIMAL),
                overload("date_date", Dialect.DATE, Dialect.DATE));
    }

    List<CelFunctionBinding> bindings() {
        var comparison = this;
        return List.of(
                binding("decimal_decimal", Decimal.class, Decimal.class),
                binding("decimal_double", Decimal.class, Double.class),
                binding("decimal_int", Decimal.class, Long.class),
                binding("double_decimal", Double.class, Decimal.class),
                binding("int_decimal", Long.class, Decimal.class),
                CelFunctionBinding.from(
                        operator + "date_date",
                        LocalDate.class,
                        LocalDate.class,
                        (one, other) -> comparison.holds(one.compareTo(other))));
    }

    private CelOverloadDecl overload(String name, CelType one, CelType other) {
        return newGlobalOverload(operator + name, SimpleType.BOOL, one, other);
    }

    private <A, B> CelFunctionBinding binding(String name, Class<A> first, Class<B> second) {
        var comparison = this;
        return CelFunctionBinding.from(
                operator + name,
                first,
                second,
                (one, other) -> comparison.holds(Decimal.of(one).compareTo(Decimal.of(other))));
    }

    private boolean holds(int sign) {
        return switch (this) {
            case LESS -> sign < 0;
            case AT_MOST -> sign <= 0;
            case MORE -> sign > 0;
            case AT_LEAST -> sign >= 0;
        };
    }
}
