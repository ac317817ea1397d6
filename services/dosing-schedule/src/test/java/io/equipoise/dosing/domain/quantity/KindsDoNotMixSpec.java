package io.equipoise.dosing.domain.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KindsDoNotMixSpec {
    private static final String SUMS = """
        package io.equipoise.dosing.domain.quantity;
        class Sums {
            java.math.BigDecimal one;
            Object compiles = new Mass(one, Unit.MG).plus(new Mass(one, Unit.UG));
            Object particles = new Mass(one, Unit.MG).plus(new ParticleCount(one, Unit.PARTICLES));
            Object substance = new Substance(one, Unit.PMOL).plus(new ParticleCount(one, Unit.PARTICLES));
            Object cells = new CellEquivalents(one, Unit.CELL_EQUIVALENTS).plus(new Cells(one, Unit.CELLS));
            Object less = new Mass(one, Unit.MG).lessThan(new Substance(one, Unit.PMOL));
            Object same = new Drops(one, Unit.DROP).sameAs(new Fluid(one, Unit.ML));
            Object units = new ProductUnits(one, Unit.UNIT).plus(new Fluid(one, Unit.ML));
        }
        """;

    @Test
    void two_of_one_kind_add_and_compare_across_their_units() {
        var sum = new Mass(BigDecimal.ONE, Unit.MG).plus(new Mass(BigDecimal.ONE, Unit.UG));
        assertThat(sum).isEqualTo(new Mass(new BigDecimal("1.001"), Unit.MG));
        assertThat(new Mass(new BigDecimal("1000"), Unit.UG).sameAs(new Mass(BigDecimal.ONE, Unit.MG)))
                .isTrue();
        assertThat(new Mass(new BigDecimal("999"), Unit.UG).lessThan(new Mass(BigDecimal.ONE, Unit.MG)))
                .isTrue();
    }

    @Test
    void a_sum_or_a_comparison_across_kinds_does_not_compile(@TempDir Path out) {
        var found = new DiagnosticCollector<JavaFileObject>();
        var source = new SimpleJavaFileObject(URI.create("string:///Sums.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return SUMS;
            }
        };
        var options = List.of("-d", out.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .getTask(null, null, found, options, null, List.of(source))
                        .call())
                .isFalse();
        assertThat(found.getDiagnostics())
                .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .extracting(Diagnostic::getCode, Diagnostic::getLineNumber)
                .containsExactly(
                        tuple("compiler.err.prob.found.req", 5L),
                        tuple("compiler.err.prob.found.req", 6L),
                        tuple("compiler.err.prob.found.req", 7L),
                        tuple("compiler.err.prob.found.req", 8L),
                        tuple("compiler.err.prob.found.req", 9L),
                        tuple("compiler.err.prob.found.req", 10L));
    }

    @Test
    void a_unit_of_another_kind_makes_no_quantity() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mass(BigDecimal.ONE, Unit.PARTICLES));
        assertThatIllegalArgumentException().isThrownBy(() -> new Mass(BigDecimal.ONE.negate(), Unit.MG));
    }
}
