package io.equipoise.imaging.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.Contracts;
import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.domain.Contrast;
import io.equipoise.imaging.domain.Deidentification;
import io.equipoise.imaging.domain.ExpectationEvent.ScanMissing;
import io.equipoise.imaging.domain.ImageStudy;
import io.equipoise.imaging.domain.ImageStudy.Instance;
import io.equipoise.imaging.domain.ImagingEvent;
import io.equipoise.imaging.domain.LesionCounts;
import io.equipoise.imaging.domain.Query;
import io.equipoise.imaging.domain.ScanEvent.ScanDeidentified;
import io.equipoise.imaging.domain.ScanEvent.ScanQualityChecked;
import io.equipoise.imaging.domain.ScanEvent.ScanRead;
import io.equipoise.imaging.domain.ScanEvent.ScanReceived;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.relay.Message;
import io.equipoise.platform.web.StrictJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What imaging tells is, field for field, what the contracts' golden examples say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImagingLanguageTest {
    private static final JsonMapper JSON = StrictJson.mapper();
    private static final SubjectId ANNA = new SubjectId("NCT07146087", "01", 1);
    private static final String SCAN = "SC-2H8D6W3N";
    private final ImagingLanguage language = new ImagingLanguage();

    @Test
    void a_received_scan_is_told_as_the_contract_says() {
        var images = new ImageStudy(
                "2.25.329800735698586629295641978511506172918",
                LocalDate.parse("2025-03-06"),
                "MR",
                "BRAIN",
                Contrast.GIVEN,
                List.of(new Instance("1.2.840.10008.5.1.4.1.1.4", "2.25.1.1.1", "ab".repeat(32), 9830)));
        var told = told(new ScanReceived(SCAN, ANNA, "BASELINE", images, null, List.of(Query.WINDOW_NOT_KNOWN)));
        var uid = told.required("studyInstanceUid").stringValue();
        assertThat(uid).matches("2\\.25\\.[0-9]{30,39}").isNotEqualTo(images.studyInstanceUid());
        assertThat(((ObjectNode) told).put("studyInstanceUid", images.studyInstanceUid()))
                .isEqualTo(golden("ScanReceived.v1"));
    }

    @Test
    void every_event_of_the_topic_is_one_that_is_told() {
        assertThat(Contracts.events("imaging").stream().map(Contracts.Event::type))
                .containsExactlyInAnyOrder("ScanReceived.v1", "ScanQualityChecked.v1", "ScanRead.v1", "ScanMissing.v1");
    }

    @Test
    void a_quality_check_is_told_as_the_contract_says() {
        assertThat(told(new ScanQualityChecked(SCAN, ANNA, "BASELINE", true, List.of(), LocalDate.parse("2025-03-08"))))
                .isEqualTo(golden("ScanQualityChecked.v1"));
    }

    @Test
    void a_read_is_told_as_the_contract_says_without_what_was_counted() {
        assertThat(told(new ScanRead(
                        SCAN,
                        ANNA,
                        "BASELINE",
                        LocalDate.parse("2025-03-09"),
                        true,
                        Contrast.GIVEN,
                        new LesionCounts(2, 3, 1, 27),
                        "a comment",
                        List.of())))
                .isEqualTo(golden("ScanRead.v1"));
    }

    @Test
    void a_missing_scan_is_told_as_the_contract_says() {
        assertThat(told(new ScanMissing(ANNA, "WEEK_24", LocalDate.parse("2025-09-09"))))
                .isEqualTo(golden("ScanMissing.v1"));
    }

    @Test
    void how_a_scan_was_de_identified_is_told_nobody() {
        var how = new Deidentification("m", List.of("113100"), List.of("0a"), List.of("0b"));
        assertThat(language.tell(commit(new ScanDeidentified(SCAN, ANNA, "BASELINE", how))))
                .isEmpty();
    }

    private static Commit<ImagingEvent> commit(ImagingEvent fact) {
        var by = new Attribution("c", "f", "a", "r", Instant.EPOCH, null, null, "c", null, null);
        return new Commit<>("scan/" + SCAN, 1, 0, 1, by, List.of(fact));
    }

    private JsonNode told(ImagingEvent fact) {
        var messages = language.tell(commit(fact));
        assertThat(messages).hasSize(1);
        assertThat(messages).extracting(Message::topic).containsExactly("imaging");
        assertThat(messages.getFirst().type()).isEqualTo(fact.getClass().getSimpleName() + ".v1");
        var text = JSON.writeValueAsString(messages.getFirst().data());
        assertThat(Contracts.problems(messages.getFirst().type(), text)).isEmpty();
        return JSON.readTree(text);
    }

    private static JsonNode golden(String type) {
        return JSON.readTree(Contracts.example(type));
    }
}
