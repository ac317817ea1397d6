package io.equipoise.chaos.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Put before a process by {@code -javaagent:chaos.jar=<directory>}: where the file {@code <directory>/<service>/<point>}
 * appears, the service halts at that point, once. Without such a file nothing happens.
 */
public final class CrashAgent {
    private static final String NAME = "--spring.application.name=";

    private CrashAgent() {}

    public static void premain(String directory, Instrumentation instrumentation) {
        var arguments = ProcessHandle.current().info().arguments().orElse(new String[0]);
        for (var argument : arguments) {
            if (argument.startsWith(NAME)) {
                Halt.in(Path.of(directory, argument.substring(NAME.length())));
                instrumentation.addTransformer(new Points());
            }
        }
    }

    /** Sees each class as it is loaded, and weaves the points into those that have one. */
    private static final class Points implements ClassFileTransformer {
        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> before,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            if (name == null) {
                return null;
            }
            var points = CrashPoint.in(name);
            return points.isEmpty() ? null : Weaving.into(bytes, points);
        }
    }
}
