package io.equipoise.chaos.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Ends this process as kill -9 would, if a file asks for it; the file is gone then, so that it happens once. */
public final class Halt {
    private static final int STATUS = 137;
    private static volatile @Nullable Path directory;

    private Halt() {}

    static void in(Path where) {
        directory = where;
    }

    /** Called at each point. */
    public static void at(String point) {
        var here = directory;
        if (here == null) {
            return;
        }
        try {
            if (Files.deleteIfExists(here.resolve(point))) {
                Runtime.getRuntime().halt(STATUS);
            }
        } catch (IOException e) {
            // a file that cannot be deleted asks for nothing
        }
    }
}
