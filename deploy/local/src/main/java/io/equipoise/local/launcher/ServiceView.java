package io.equipoise.local.launcher;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.springframework.core.SmartClassLoader;

/**
 * One service's view of the shared class path: exactly the jars that its own application was built from. It defines no class
 * itself, so that a class exists once however many services use it.
 */
final class ServiceView extends ClassLoader implements SmartClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final Set<String> visible = new HashSet<>();
    private final ClassLoader shared;
    private final String mainClass;

    ServiceView(String name, Path jar, ClassLoader shared) throws IOException {
        super(name, shared);
        this.shared = shared;
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest().getMainAttributes();
            this.mainClass = manifest.getValue(Attributes.Name.MAIN_CLASS);
            var own = jar.toUri();
            visible.add(own.toURL().toString());
            for (var entry : manifest.getValue(Attributes.Name.CLASS_PATH).split(" ", -1)) {
                visible.add(own.resolve(entry).toURL().toString());
            }
        }
    }

    /** The service for which the current thread works: Tomcat's, Kafka's and virtual threads inherit its class loader. */
    static String current() {
        for (var loader = Thread.currentThread().getContextClassLoader(); loader != null; loader = loader.getParent()) {
            if (loader instanceof ServiceView view) {
                return view.getName();
            }
        }
        return System.getProperty("equipoise.process", "launcher");
    }

    String mainClass() {
        return mainClass;
    }

    /** Tomcat logs it at every start: a name that stays, so that two runs' logs can be compared. */
    @Override
    public String toString() {
        return "view of " + getName();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        var type = shared.loadClass(name);
        var source = type.getProtectionDomain().getCodeSource(); // none: of the JDK, or generated
        if (source == null || isVisible(source.getLocation())) {
            return type;
        }
        throw new ClassNotFoundException(name + " is not on the class path of " + getName());
    }

    @Override
    public @Nullable URL getResource(String name) {
        var first = shared.getResource(name);
        if (first == null || isVisible(first)) {
            return first;
        }
        try {
            var all = getResources(name);
            return all.hasMoreElements() ? all.nextElement() : null;
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return Collections.enumeration(Collections.list(shared.getResources(name)).stream()
                .filter(this::isVisible)
                .toList());
    }

    private boolean isVisible(URL url) {
        if (url.getProtocol().equals("jrt")) {
            return true;
        }
        var path = url.toString();
        return visible.contains(path.startsWith("jar:") ? path.substring(4, path.indexOf("!/")) : path);
    }

    /** Generated classes are then defined once, beside the class that they extend. */
    @Override
    public ClassLoader getOriginalClassLoader() {
        return shared;
    }
}
