package io.equipoise.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The extracted applications: one jar each, and the libraries that they share. */
record Dist(Path directory) {

    Path jar(String service) throws IOException {
        try (var jars = Files.newDirectoryStream(directory, service + "-[0-9]*.jar")) {
            for (var jar : jars) {
                return jar;
            }
        }
        throw new IOException("There is no jar of " + service + " in " + directory + ": build it first");
    }
}
