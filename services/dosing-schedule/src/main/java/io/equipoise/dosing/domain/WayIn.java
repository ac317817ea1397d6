package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.Drawn.Course;
import io.equipoise.dosing.domain.Route.Detail;
import io.equipoise.platform.Refusal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a dose took the way that its course allows, and everything is said that this way asks for. */
record WayIn(Course course, int ordinal, Infusion.Details said) {
    private static final Set<String> EYES = Set.of("LEFT", "RIGHT", "BOTH");
    private static final int LONGEST = 500;

    Optional<Refusal> refusal() {
        var planned = course.route(ordinal);
        if (planned == null) {
            return Optional.of(
                    Refusal.conflict("ROUTE_NOT_STATED", "the study definition leaves the route open", "/route"));
        }
        var told = said.route();
        if (told != null && !told.equals(planned.name())) {
            return Optional.of(Refusal.conflict(
                    "ROUTE_NOT_ALLOWED",
                    "%s is to be given by %s, not by %s".formatted(course.title(), planned, told),
                    "/route"));
        }
        return unknown().or(() -> missing(planned)).or(this::eye);
    }

    private Optional<Refusal> unknown() {
        return said.more().entrySet().stream()
                .filter(detail ->
                        named(detail.getKey()).isEmpty() || detail.getValue().length() > LONGEST)
                .map(Map.Entry::getKey)
                .sorted()
                .map(name -> Refusal.invalid(
                        "DETAIL_MALFORMED",
                        name + " is no detail of an administration, or too long",
                        "/details/" + name))
                .findFirst();
    }

    private Optional<Refusal> missing(Route route) {
        var needed = EnumSet.noneOf(Detail.class);
        needed.addAll(route.needs());
        needed.addAll(course.details());
        return needed.stream()
                .filter(detail -> said.more().getOrDefault(detail.name(), "").isBlank())
                .map(detail -> Refusal.invalid(
                        "DETAIL_MISSING", "%s needs %s to be said".formatted(route, detail), "/details/" + detail))
                .findFirst();
    }

    private Optional<Refusal> eye() {
        var eye = said.more().get(Detail.EYE.name());
        return eye == null || EYES.contains(eye)
                ? Optional.empty()
                : Optional.of(Refusal.invalid("DETAIL_MALFORMED", "an eye is LEFT, RIGHT or BOTH", "/details/EYE"));
    }

    private static Optional<Detail> named(String name) {
        return EnumSet.allOf(Detail.class).stream()
                .filter(detail -> detail.name().equals(name))
                .findFirst();
    }
}
