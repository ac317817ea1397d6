package io.equipoise.chaos.agent;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Puts a call before a method's first instruction and before each of its returns. */
final class Weaving {
    private static final ClassDesc HALT = ClassDesc.of("io.equipoise.chaos.agent.Halt");
    private static final MethodTypeDesc AT = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

    private Weaving() {}

    static byte[] into(byte[] bytes, List<CrashPoint> points) {
        var file = ClassFile.of();
        var transform = points.stream().map(Weaving::calls).reduce(ClassTransform.ACCEPT_ALL, ClassTransform::andThen);
        return file.transformClass(file.parse(bytes), transform);
    }

    private static ClassTransform calls(CrashPoint point) {
        return ClassTransform.transformingMethodBodies(
                method -> method.methodName().equalsString(point.method())
                        && !isBridge(method.flags().flagsMask()),
                CodeTransform.ofStateful(() -> new AroundBody(point)));
    }

    /** A bridge calls the real method, which has the point itself. */
    private static boolean isBridge(int flags) {
        return (flags & ClassFile.ACC_BRIDGE) != 0;
    }

    private record AroundBody(CrashPoint point) implements CodeTransform {
        @Override
        public void atStart(CodeBuilder code) {
            call(code, point.before());
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (element instanceof ReturnInstruction) {
                call(code, point.after());
            }
            code.with(element);
        }

        private static void call(CodeBuilder code, String name) {
            code.loadConstant(name).invokestatic(HALT, "at", AT);
        }
    }
}
