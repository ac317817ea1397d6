package io.equipoise.adverseevent.adapter.fhir;

import io.equipoise.adverseevent.application.Carrier.Dispatch;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One notification of a topic-based subscription in R4 (Subscriptions R5 Backport 1.1.0): a Bundle of type history whose
 * first entry says how the subscription stands. What happened is a reference and nothing else: payload id-only.
 *
 * @param number from 1, without gaps, so that a subscriber sees what it has missed
 */
record Notification(String base, String subscription, long number, Dispatch dispatch) {
    private static final String PROFILES = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";
    static final String TOPIC = "/SubscriptionTopic/safety-alert";

    Map<String, Object> bundle() {
        var id = uuid("bundle");
        var bundle = resource("Bundle", "backport-subscription-notification-r4");
        bundle.put("id", id);
        bundle.put("type", "history");
        bundle.put("timestamp", dispatch.at().toString());
        bundle.put("entry", List.of(status()));
        return bundle;
    }

    private Map<String, Object> status() {
        var status = resource("Parameters", "backport-subscription-status-r4");
        var id = uuid("status");
        status.put("id", id);
        status.put(
                "parameter",
                List.of(
                        parameter("subscription", "valueReference", reference(base + path())),
                        parameter("topic", "valueCanonical", base + TOPIC),
                        parameter("status", "valueCode", "active"),
                        parameter("type", "valueCode", "event-notification"),
                        parameter("events-since-subscription-start", "valueString", Long.toString(number)),
                        Map.of("name", "notification-event", "part", event())));
        var entry = new LinkedHashMap<String, Object>();
        entry.put("fullUrl", "urn:uuid:" + id);
        entry.put("resource", status);
        entry.put("request", Map.of("method", "GET", "url", base + path() + "/$status"));
        entry.put("response", Map.of("status", "200"));
        return entry;
    }

    private List<Map<String, Object>> event() {
        return List.of(
                parameter("event-number", "valueString", Long.toString(number)),
                parameter(
                        "timestamp", "valueInstant", dispatch.alert().raisedAt().toString()),
                parameter(
                        "focus",
                        "valueReference",
                        reference(base + "/AdverseEvent/" + dispatch.alert().event())));
    }

    private String path() {
        return "/Subscription/" + subscription;
    }

    private static Map<String, Object> resource(String type, String profile) {
        var resource = new LinkedHashMap<String, Object>();
        resource.put("resourceType", type);
        resource.put("meta", Map.of("profile", List.of(PROFILES + profile)));
        return resource;
    }

    private static Map<String, Object> parameter(String name, String type, Object value) {
        var parameter = new LinkedHashMap<String, Object>();
        parameter.put("name", name);
        parameter.put(type, value);
        return parameter;
    }

    private static Map<String, String> reference(String to) {
        return Map.of("reference", to);
    }

    /** The same for every attempt. */
    private String uuid(String what) {
        var name = String.join(
                "/", what, subscription, dispatch.delivery().id(dispatch.alert().alert()));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
