package io.equipoise.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The gateway is the only door: it leads to every door of a service, and to that service's own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutesTest {
    private static final Path TOP = Path.of("..", "..");
    private static final Pattern ROUTE = Pattern.compile(
            "uri: \\$\\{equipoise\\.services\\.(?<service>[a-z-]+)}.*?patterns: (?<patterns>\\S+)", Pattern.DOTALL);
    private static final Pattern CLASS_PATH = Pattern.compile("@RequestMapping\\((?:path = )?\"([^\"]+)\"");
    private static final Pattern DOOR =
            Pattern.compile("@(?:Get|Post|Put|Delete)Mapping(?:\\((?:(?:value|path) = )?(?<constant>[A-Z_]+ \\+"
                    + " )?(?:\"(?<path>[^\"]*)\")?|(?=\\s))");

    private record Route(String service, List<Pattern> patterns) {
        boolean takes(String path) {
            return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
        }
    }

    @Test
    void every_door_of_a_service_is_reached_through_the_gateway() throws IOException {
        var routes = routes(Files.readString(TOP.resolve("gateway/src/main/resources/application.yml")));
        var doors = doors();
        assertThat(doors).hasSizeGreaterThan(60);
        assertThat(doors.entrySet().stream()
                        .filter(door -> !leadsTo(routes, door.getKey(), door.getValue()))
                        .map(door -> door.getKey() + " of " + door.getValue()))
                .as("doors that the gateway leads elsewhere, or nowhere")
                .isEmpty();
    }

    @Test
    void a_door_that_another_service_would_be_asked_for_is_found() {
        var routes = routes("uri: ${equipoise.services.a}\n"
                + " patterns: /api/x/**\n"
                + "uri: ${equipoise.services.b}\n"
                + " patterns: /api/**\n");
        assertThat(leadsTo(routes, "/api/x/{id}", "b")).isFalse();
        assertThat(leadsTo(routes, "/api/x/{id}", "a")).isTrue();
        assertThat(leadsTo(routes, "/elsewhere", "a")).isFalse();
    }

    private static boolean leadsTo(List<Route> routes, String door, String service) {
        var path = door.replaceAll("\\{[^}]+}", "some-1");
        return routes.stream()
                .filter(route -> route.takes(path))
                .findFirst()
                .filter(route -> route.service().equals(service))
                .isPresent();
    }

    private static List<Route> routes(String settings) {
        return ROUTE.matcher(settings)
                .results()
                .map(found -> new Route(
                        found.group("service"),
                        Stream.of(found.group("patterns").split(",", -1))
                                .map(RoutesTest::pattern)
                                .toList()))
                .toList();
    }

    private static Pattern pattern(String route) {
        return Pattern.compile(
                route.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+").replace("/**", "(?:/.*)?"));
    }

    private static Map<String, String> doors() throws IOException {
        var doors = new java.util.TreeMap<String, String>();
        try (var tree = Files.walk(TOP.resolve("services"))) {
            for (var file : tree.filter(path -> path.toString().endsWith("Endpoint.java")
                            && path.toString().contains("/src/main/")
                            && !path.toString().contains("/platform/"))
                    .toList()) {
                var service =
                        TOP.resolve("services").relativize(file).getName(0).toString();
                paths(Files.readString(file)).forEach(path -> doors.put(path, service));
            }
        }
        return doors;
    }

    /** Doors whose path is put together from constants are left to the services' own tests. */
    private static List<String> paths(String code) {
        var before = CLASS_PATH.matcher(code);
        var common = before.find() ? before.group(1) : "";
        var paths = new ArrayList<String>();
        DOOR.matcher(code)
                .results()
                .filter(door -> door.group("constant") == null)
                .filter(door -> door.group("path") != null || !common.isEmpty())
                .forEach(door -> paths.add(common + (door.group("path") == null ? "" : door.group("path"))));
        return paths.stream().filter(path -> path.startsWith("/")).distinct().toList();
    }
}
