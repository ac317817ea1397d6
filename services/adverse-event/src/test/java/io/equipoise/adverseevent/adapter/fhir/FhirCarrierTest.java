package io.equipoise.adverseevent.adapter.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import io.equipoise.adverseevent.adapter.fhir.FhirSettings.Subscription;
import io.equipoise.adverseevent.adapter.push.PushService;
import io.equipoise.adverseevent.application.Deliveries;
import io.equipoise.adverseevent.application.Deliveries.Couriers;
import io.equipoise.adverseevent.application.Deliveries.Pace;
import io.equipoise.adverseevent.application.NoticeNumbers;
import io.equipoise.adverseevent.application.Ward;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.platform.web.StrictJson;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FhirCarrierTest {
    private static final Pace QUICK = new Pace(Duration.ofMillis(1), Duration.ofMillis(2));
    private final Ward ward = new Ward();
    private final NoticeNumbers numbers = new NoticeNumbers() {
        private final List<String> given = new ArrayList<>();

        @Override
        public synchronized long number(String subscription, String notice) {
            var id = subscription + notice;
            if (!given.contains(id)) {
                given.add(id);
            }
            return given.indexOf(id) + 1L;
        }
    };
    private PushService subscriber;
    private FhirSettings settings;

    @BeforeEach
    void open() throws IOException {
        subscriber = new PushService();
        settings = new FhirSettings(
                "https://equipoise.example/fhir/r4",
                List.of(new Subscription(
                        "safety-database", URI.create(subscriber.origin() + "/notify"), "Bearer hidden")));
    }

    @AfterEach
    void close() {
        subscriber.close();
    }

    @Test
    void a_subscriber_is_told_of_the_adverse_event_by_reference_and_no_more() {
        deliver();
        var came = subscriber.pushes.getFirst();
        assertThat(came.header("Content-type")).isEqualTo("application/fhir+json");
        assertThat(came.header("Authorization")).isEqualTo("Bearer hidden");
        var text = new String(came.body(), StandardCharsets.UTF_8);
        var bundle = StrictJson.mapper().readTree(text);
        assertThat(bundle.path("resourceType").asString()).isEqualTo("Bundle");
        assertThat(bundle.path("type").asString()).isEqualTo("history");
        var status = bundle.path("entry").path(0).path("resource");
        assertThat(status.path("resourceType").asString()).isEqualTo("Parameters");
        assertThat(value(status, "type").path("valueCode").asString()).isEqualTo("event-notification");
        assertThat(value(status, "status").path("valueCode").asString()).isEqualTo("active");
        assertThat(value(status, "events-since-subscription-start")
                        .path("valueString")
                        .asString())
                .isEqualTo("1");
        assertThat(value(status, "subscription")
                        .path("valueReference")
                        .path("reference")
                        .asString())
                .isEqualTo("https://equipoise.example/fhir/r4/Subscription/safety-database");
        var event = value(status, "notification-event").path("part");
        assertThat(event.path(0).path("valueString").asString()).isEqualTo("1");
        assertThat(event.path(2).path("valueReference").path("reference").asString())
                .isEqualTo("https://equipoise.example/fhir/r4/AdverseEvent/AE-7Q2M9K4T");
        assertThat(text).doesNotContain("-0001", "Infusion", "grade", "hospital");
    }

    @Test
    void hapi_reads_the_notification_as_r4_and_takes_offence_at_nothing() {
        deliver();
        var text = new String(subscriber.pushes.getFirst().body(), StandardCharsets.UTF_8);
        var strict = FhirContext.forR4().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        var bundle = strict.parseResource(Bundle.class, text);
        var ours = StrictJson.mapper().readTree(text);
        // the entry's fullUrl says it already: HAPI does not write it a second time
        ((ObjectNode) ours.path("entry").path(0).path("resource")).remove("id");
        assertThat(StrictJson.mapper().readTree(strict.encodeResourceToString(bundle)))
                .isEqualTo(ours);
        assertThat(bundle.getEntry())
                .as("bdl-3 and bdl-4: each entry of a history has a request and a response")
                .allMatch(entry -> entry.hasRequest() && entry.hasResponse());
        assertThat(((Parameters) bundle.getEntryFirstRep().getResource()).getParameter())
                .as("inv-1: a value, a resource or parts")
                .allMatch(parameter -> parameter.hasValue() != parameter.hasPart());
    }

    @Test
    void a_subscriber_that_fails_first_is_told_again_with_the_same_number() {
        subscriber.answers.addAll(List.of(500, 302));
        deliver();
        assertThat(subscriber.pushes).hasSize(3);
        assertThat(subscriber.pushes.stream()
                        .map(came -> StrictJson.mapper()
                                .readTree(came.body())
                                .path("entry")
                                .path(0)
                                .path("resource")))
                .allSatisfy(status -> assertThat(value(status, "events-since-subscription-start")
                                .path("valueString")
                                .asString())
                        .isEqualTo("1"));
        assertThat(ward.alertFacts().toString()).doesNotContain("hidden").contains("safety-database");
    }

    @Test
    void a_subscription_that_nobody_could_be_notified_of_is_refused() {
        var http = URI.create("https://safety.example/notify");
        assertThatThrownBy(() -> new Subscription("", http, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subscription("a", URI.create("file:///x"), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FhirSettings(
                        "x", List.of(new Subscription("a", http, null), new Subscription("a", http, null))))
                .hasMessageContaining("twice");
    }

    private static JsonNode value(JsonNode status, String name) {
        return status.path("parameter")
                .valueStream()
                .filter(parameter -> parameter.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void deliver() {
        ward.raise(FhirCarrier.targets(settings).toArray(Target[]::new));
        var carrier = new FhirCarrier(settings, numbers, StrictJson.mapper());
        new Deliveries(
                        ward.alerts(),
                        new Couriers(List.of(carrier), ward.turns),
                        (channel, time) -> {},
                        ward.clock,
                        QUICK)
                .setOut(Ward.ALERT);
        await().until(() -> ward.alert().due().isEmpty());
    }
}
