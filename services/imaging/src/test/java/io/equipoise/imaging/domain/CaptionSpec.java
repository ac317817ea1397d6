package io.equipoise.imaging.domain;

import static io.equipoise.imaging.domain.Ward.DEIDENTIFIED;
import static io.equipoise.imaging.domain.Ward.PASSED;
import static io.equipoise.imaging.domain.Ward.RECEIVED;
import static io.equipoise.imaging.domain.Ward.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.imaging.domain.ScanCommand.CheckQuality;
import io.equipoise.imaging.domain.ScanCommand.ReadScan;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people write about images. The domain sees hashes of its words, and of the words in the images' header. */
class CaptionSpec extends Specification<Scan, ScanCommand, ImagingEvent> {
    private static final Set<String> NAMES_HER = Set.of("hash of moved", "hash of nobody");
    private static final Set<String> NAMES_NO_ONE = Set.of("hash of moved");

    CaptionSpec() {
        super(Scan.DECIDER);
    }

    @Test
    @Acceptance("IN-7")
    void a_finding_that_names_the_person_is_refused() {
        var reason = given(RECEIVED, DEIDENTIFIED)
                .when(finding("Nobody moved", NAMES_HER))
                .refused("CAPTION_IDENTIFIES");
        assertThat(reason.pointers()).containsExactly("/findings");
        given(RECEIVED, DEIDENTIFIED).when(finding("moved", NAMES_NO_ONE)).accepted();
    }

    @Test
    @Acceptance("IN-7")
    void a_readers_comment_that_names_the_person_is_refused() {
        var reason = given(RECEIVED, DEIDENTIFIED, PASSED)
                .when(comment("Nobody moved", NAMES_HER))
                .refused("CAPTION_IDENTIFIES");
        assertThat(reason.pointers()).containsExactly("/comment");
        given(RECEIVED, DEIDENTIFIED, PASSED)
                .when(comment("moved", NAMES_NO_ONE))
                .accepted();
    }

    @Test
    void the_refusal_does_not_say_which_word_it_was() {
        var reason = given(RECEIVED, DEIDENTIFIED)
                .when(finding("Nobody moved", NAMES_HER))
                .refused("CAPTION_IDENTIFIES");
        assertThat(reason.detail()).doesNotContainIgnoringCase("nobody").doesNotContainIgnoringCase("moved");
    }

    @Test
    void a_scan_that_may_not_be_read_is_refused_for_that_whatever_the_comment_says() {
        given(RECEIVED, DEIDENTIFIED).when(comment("Nobody moved", NAMES_HER)).refused("QUALITY_NOT_CHECKED");
    }

    @Test
    void of_a_scan_from_before_nothing_is_known_to_compare_with() {
        given(RECEIVED).when(finding("Nobody moved", NAMES_HER)).accepted();
    }

    private static CheckQuality finding(String text, Set<String> said) {
        return new CheckQuality(true, List.of(text), said, LocalDate.parse("2025-08-27"), TODAY);
    }

    private static ReadScan comment(String text, Set<String> said) {
        var nothing = new LesionCounts(null, null, null, null);
        return new ReadScan(PASSED.on(), true, Contrast.UNKNOWN, nothing, text, said, TODAY);
    }
}
