package io.equipoise.chaos.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.ConstantInstruction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WeavingTest {
    private static final CrashPoint POINT =
            new CrashPoint("weighing", WeavingTest.class.getName().replace('.', '/') + "$Scale", "weigh");

    /** Something with two returns and one method that is left alone. */
    static final class Scale {
        String weigh(int grams) {
            if (grams > 1_000) {
                return "heavy";
            }
            return "light";
        }

        String other() {
            return "other";
        }
    }

    @Test
    void the_point_is_before_the_work_and_before_each_way_out() throws IOException {
        assertThat(constants("weigh"))
                .containsExactly("before-weighing", "heavy", "after-weighing", "light", "after-weighing");
        assertThat(constants("other")).containsExactly("other");
    }

    @Test
    void what_was_woven_still_runs() throws Exception {
        var woven = new ClassLoader(WeavingTest.class.getClassLoader()) {
            Class<?> scale() throws IOException {
                var bytes = woven();
                return defineClass(Scale.class.getName(), bytes, 0, bytes.length);
            }
        }.scale();
        var constructor = woven.getDeclaredConstructor();
        constructor.setAccessible(true);
        var weigh = woven.getDeclaredMethod("weigh", int.class);
        weigh.setAccessible(true);
        assertThat(weigh.invoke(constructor.newInstance(), 1_200)).isEqualTo("heavy");
    }

    private static byte[] woven() throws IOException {
        try (var in = WeavingTest.class.getResourceAsStream("WeavingTest$Scale.class")) {
            return Weaving.into(java.util.Objects.requireNonNull(in).readAllBytes(), List.of(POINT));
        }
    }

    private static List<String> constants(String method) throws IOException {
        var found = new ArrayList<String>();
        ClassFile.of().parse(woven()).methods().stream()
                .filter(m -> m.methodName().equalsString(method))
                .forEach(m -> m.code().orElseThrow().forEach(element -> {
                    if (element instanceof ConstantInstruction constant
                            && constant.constantValue() instanceof String text) {
                        found.add(text);
                    }
                }));
        return found;
    }
}
