package io.equipoise.studydesign.adapter.usdm;

import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.OpenValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Courses of dosing as administrations; those of one product are one intervention. */
record InterventionShapes(Map<String, Map<String, Object>> byProduct) {
    private static final String EVERY_ARM = "";

    static InterventionShapes of(Definition definition, Shapes shapes) {
        var courses = new LinkedHashMap<String, List<Map<String, Object>>>();
        var all = definition.list("/dosing/courses");
        for (int n = 0; n < all.size(); n++) {
            var product = all.get(n).get("product") instanceof String named ? named : EVERY_ARM;
            courses.computeIfAbsent(product, name -> new ArrayList<>())
                    .add(administration(definition, n, all.get(n), shapes));
        }
        var interventions = new LinkedHashMap<String, Map<String, Object>>();
        courses.forEach((product, given) -> {
            var name = product.isEmpty() ? "EVERY_ARM" : product;
            var intervention = shapes.named("StudyIntervention", name, title(definition, product));
            intervention.put("role", shapes.code(Coded.known("C41161", "Experimental Intervention")));
            intervention.put("type", shapes.code(Coded.own("PRODUCT", "Product")));
            intervention.put("minimumResponseDuration", null);
            intervention.put("administrations", given);
            Shapes.none(intervention, "codes", "notes");
            interventions.put(product, intervention);
        });
        return new InterventionShapes(interventions);
    }

    List<Map<String, Object>> all() {
        return List.copyOf(byProduct.values());
    }

    List<String> ids() {
        return all().stream().map(Shapes::id).toList();
    }

    /** What people of an arm receive: what every arm receives, and its own product. */
    List<String> of(@Nullable Object product) {
        return byProduct.entrySet().stream()
                .filter(each -> each.getKey().equals(EVERY_ARM) || each.getKey().equals(product))
                .map(each -> Shapes.id(each.getValue()))
                .toList();
    }

    private static String title(Definition definition, String product) {
        return definition.list("/products").stream()
                .filter(each -> product.equals(each.get("product")))
                .map(each -> String.valueOf(each.get("title")))
                .findFirst()
                .orElse(product.isEmpty() ? "Every arm" : product);
    }

    private static Map<String, Object> administration(
            Definition definition, int n, Map<String, Object> course, Shapes shapes) {
        var at = "/dosing/courses/" + n;
        var shape = shapes.named(
                "Administration", String.valueOf(course.get("course")), String.valueOf(course.get("title")));
        var schedule = definition.known(at + "/schedule").map(OpenValue::value);
        shape.put("duration", duration(schedule, shapes));
        shape.put("dose", dose(definition.known(at + "/amount").map(OpenValue::value), shapes));
        shape.put(
                "route",
                definition
                        .known(at + "/route")
                        .filter(route -> route.value() instanceof String)
                        .map(route -> route(String.valueOf(route.value()), shapes))
                        .orElse(null));
        shape.put("frequency", frequency(schedule, shapes));
        Shapes.nothing(shape, "administrableProductId", "medicalDeviceId");
        Shapes.none(shape, "notes");
        return shape;
    }

    private static Map<String, Object> route(String word, Shapes shapes) {
        return shapes.alias(
                word.equals("INTRAVENOUS")
                        ? Coded.known("C38276", "Intravenous Route of Administration")
                        : Coded.own(word, word));
    }

    private static @Nullable Map<String, Object> dose(Optional<Object> amount, Shapes shapes) {
        return amount.filter(value -> value instanceof Map<?, ?> map
                        && "DOSE".equals(map.get("per"))
                        && map.get("number") instanceof String
                        && map.get("of") == null)
                .map(value -> (Map<?, ?>) value)
                .map(map -> shapes.quantity(
                        new BigDecimal(String.valueOf(map.get("number"))), Coded.of(String.valueOf(map.get("unit")))))
                .orElse(null);
    }

    private static @Nullable Map<String, Object> frequency(Optional<Object> schedule, Shapes shapes) {
        return schedule.map(value -> (Map<?, ?>) value)
                .flatMap(map -> switch (String.valueOf(map.get("kind"))) {
                    case "ONCE" -> Optional.of(Coded.own("ONCE", "Once"));
                    case "DAILY" ->
                        "1".equals(String.valueOf(map.get("times")))
                                ? Optional.of(Coded.of("DAILY"))
                                : Optional.of(Coded.own("DAILY", map.get("times") + " times a day"));
                    case "EVERY" ->
                        Timeline.days(String.valueOf(map.get("interval")))
                                .map(days -> Coded.own("EVERY", days == 1 ? "Every day" : "Every " + days + " days"));
                    default -> Optional.<Coded>empty();
                })
                .map(shapes::alias)
                .orElse(null);
    }

    private static @Nullable Map<String, Object> duration(Optional<Object> schedule, Shapes shapes) {
        return schedule.map(value -> (Map<?, ?>) value)
                .flatMap(InterventionShapes::days)
                .map(days -> {
                    var duration = shapes.of("Duration");
                    duration.put("text", "");
                    duration.put("quantity", shapes.quantity(BigDecimal.valueOf(days), Coded.of("DAY")));
                    duration.put("durationWillVary", false);
                    duration.put("reasonDurationWillVary", null);
                    return duration;
                })
                .orElse(null);
    }

    private static Optional<Long> days(Map<?, ?> schedule) {
        if ("DAILY".equals(schedule.get("kind")) && schedule.get("days") instanceof Number days) {
            return Optional.of(days.longValue());
        }
        return "EVERY".equals(schedule.get("kind")) && schedule.get("count") instanceof Number count
                ? Timeline.days(String.valueOf(schedule.get("interval"))).map(days -> days * count.longValue())
                : Optional.empty();
    }
}
