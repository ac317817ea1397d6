package io.equipoise.adverseevent.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Journals as releases wrote them, read by today's code. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenJournalTest {
    /** Each holds what one part of the room recorded first after 0.1. */
    private static final List<String> LATER = List.of(
            "/journal/0.2-events.json",
            "/journal/0.2-cases.json",
            "/journal/0.2-stopping.json",
            "/journal/0.2-watch.json",
            "/journal/0.2-unblinding.json",
            "/journal/0.3-origins.json",
            "/journal/0.7-patient.json");

    @RegisterExtension
    static final Released RELEASE = new Released("/journal/0.1.json");

    @Test
    void an_event_of_release_0_1_is_replayed_to_the_same_state() {
        var event = AdverseEvent.DECIDER.replay(RELEASE.facts("adverse-event/AE-7Q2M9K4T"));
        assertThat(event.accounts()).extracting(said -> said.account().grade()).containsExactly(2, 3);
        assertThat(event.accounts())
                .extracting(said -> said.account().serious())
                .containsExactly(false, true);
        assertThat(event.narrative()).isEqualTo("felt warm");
        assertThat(event.latest().orElseThrow().given())
                .hasToString("DoseLink[dose=1, kit=K-483920, packagingLot=P-0001, minutesFromStart=65]");
    }

    @Test
    void an_alert_of_release_0_1_is_replayed_to_the_same_state() {
        var alert = Alert.DECIDER.replay(RELEASE.facts("alert/AL-AE-7Q2M9K4T"));
        assertThat(alert.open()).isFalse();
        assertThat(alert.steps()).isEqualTo(1);
        assertThat(alert.due()).extracting(Delivery::step).containsExactly(1);
        assertThat(alert.attempts().values()).containsExactly(4);
    }

    @Test
    void every_kind_of_fact_appears() throws IOException {
        var kinds = new HashSet<>(kinds(RELEASE.document()));
        for (var later : LATER) {
            kinds.addAll(kinds(read(later)));
        }
        assertThat(kinds).containsAll(RELEASE.codec().names());
    }

    private static List<String> kinds(Document journal) {
        return journal.keySet().stream()
                .filter(stream -> stream.contains("/"))
                .flatMap(stream -> journal.getList(stream, Document.class).stream())
                .map(fact -> fact.getString("type"))
                .toList();
    }

    static Document read(String resource) throws IOException {
        try (var in = Objects.requireNonNull(GoldenJournalTest.class.getResourceAsStream(resource))) {
            return Document.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
