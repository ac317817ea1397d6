package io.equipoise.imaging.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.application.PixelStore.Incoming;
import io.equipoise.imaging.application.Upload.Image;
import io.equipoise.imaging.application.Upload.Pseudonymous;
import io.equipoise.imaging.domain.Contrast;
import io.equipoise.platform.Refusal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UploadTest {
    private static final SubjectId ANNA = new SubjectId("NCT07146087", "01", 1);

    @Test
    void what_is_kept_goes_by_the_new_names_and_the_day_as_it_was() {
        var upload = upload(image("2", words(0, 3)), image("1", words(1, 4)));
        assertThat(upload.contradiction()).isEmpty();
        assertThat(upload.study().studyInstanceUid()).isEqualTo("2.25.100");
        assertThat(upload.study().instances())
                .allMatch(instance -> instance.sopInstanceUid().startsWith("2.25.100."));
        assertThat(upload.study().acquiredOn()).isEqualTo("2025-03-06");
        assertThat(upload.deidentification().originals()).containsExactly("original 1", "original 2");
        assertThat(upload.deidentification().identity()).containsExactly("w0", "w1", "w2", "w3");
        assertThat(upload.deidentification().codes()).containsExactly("113100");
    }

    @Test
    void files_that_name_more_than_one_persons_worth_of_words_are_refused() {
        assertThat(upload(image("1", words(0, 200)), image("2", words(200, 400)))
                        .contradiction())
                .map(Refusal::code)
                .contains("TOO_MANY_NAMES");
        assertThat(upload(image("1", words(0, 200)), image("2", words(50, 256))).contradiction())
                .isEmpty();
    }

    private static Upload upload(Image... images) {
        return new Upload(ANNA, "WEEK_24", new Upload.Method("the profile", List.of("113100")), List.of(images));
    }

    private static Image image(String number, Set<String> identity) {
        var header = new ImageHeader(
                "1.2.3", "9." + number, "9", "MR", "BRAIN", Contrast.GIVEN, LocalDate.parse("2025-03-06"));
        return new Image(
                header,
                new Pseudonymous("2.25.100", "2.25.100." + number, identity),
                new Incoming(Path.of("file"), "ab".repeat(32), 10),
                "original " + number);
    }

    private static Set<String> words(int from, int to) {
        return IntStream.range(from, to).mapToObj(word -> "w" + word).collect(Collectors.toSet());
    }
}
