package io.equipoise.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services and three libraries on one class path; each sees its own. */
class ServiceViewTest {

    @TempDir
    Path dist;

    private URLClassLoader shared;

    @BeforeEach
    void build() throws IOException {
        Files.createDirectories(dist.resolve("lib"));
        jar("lib/common.jar", "", Map.of("shared.txt", "common"));
        jar("lib/only-dosing.jar", "", Map.of("shared.txt", "only dosing", "META-INF/spring.factories", "dosing"));
        jar("lib/only-imaging.jar", "", Map.of("META-INF/spring.factories", "imaging"));
        jar("dosing-1.jar", "lib/common.jar lib/only-dosing.jar", Map.of("application.yml", "name: dosing"));
        jar("imaging-1.jar", "lib/common.jar lib/only-imaging.jar", Map.of("application.yml", "name: imaging"));
        var urls = new URL[] {
            url("dosing-1.jar"),
            url("imaging-1.jar"),
            url("lib/common.jar"),
            url("lib/only-dosing.jar"),
            url("lib/only-imaging.jar")
        };
        shared = new URLClassLoader(urls, getClass().getClassLoader());
    }

    @Test
    void each_reads_its_own_settings_though_another_comes_first() throws IOException {
        assertThat(read(view("dosing"), "application.yml")).isEqualTo("name: dosing");
        assertThat(read(view("imaging"), "application.yml")).isEqualTo("name: imaging");
    }

    @Test
    void what_only_another_service_uses_is_not_there() throws IOException {
        assertThat(Collections.list(view("imaging").getResources("META-INF/spring.factories")))
                .hasSize(1)
                .allMatch(url -> url.toString().contains("only-imaging"));
        assertThat(Collections.list(view("imaging").getResources("shared.txt"))).hasSize(1);
        assertThat(Collections.list(view("dosing").getResources("shared.txt"))).hasSize(2);
    }

    @Test
    void a_class_that_is_not_on_its_class_path_is_not_found_and_the_jdks_are() throws Exception {
        var view = view("dosing");

        assertThatThrownBy(() -> view.loadClass(ServiceViewTest.class.getName()))
                .isInstanceOf(ClassNotFoundException.class)
                .hasMessageContaining("dosing");
        assertThat(view.loadClass("java.util.List")).isSameAs(java.util.List.class);
    }

    @Test
    void a_thread_knows_for_which_service_it_works() throws Exception {
        var found = new String[1];
        var thread = new Thread(() -> found[0] = ServiceView.current());
        thread.setContextClassLoader(view("imaging"));
        thread.start();
        thread.join();

        assertThat(found[0]).isEqualTo("imaging");
    }

    @Test
    void what_is_logged_of_it_is_the_same_at_every_start() throws IOException {
        assertThat(view("dosing")).hasToString("view of dosing");
    }

    private ServiceView view(String service) throws IOException {
        return new ServiceView(service, dist.resolve(service + "-1.jar"), shared);
    }

    private URL url(String jar) throws IOException {
        return dist.resolve(jar).toUri().toURL();
    }

    private static String read(ClassLoader loader, String resource) throws IOException {
        try (var in = loader.getResource(resource).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void jar(String name, String classPath, Map<String, String> entries) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Main");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        try (var out = new JarOutputStream(Files.newOutputStream(dist.resolve(name)), manifest)) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
