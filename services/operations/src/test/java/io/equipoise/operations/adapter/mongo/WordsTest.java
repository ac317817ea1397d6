package io.equipoise.operations.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.Contracts;
import io.equipoise.platform.consume.Heard;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What randomization tells of a person, in the words of the person's page. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "SubjectRandomized.v1, Randomized on 2025-03-11",
        "SubjectRerandomized.v1, Randomized a second time on 2025-09-09"
    })
    void each_randomization_is_told_apart_and_no_arm_is_told(String type, String words) {
        var data = new JsonMapper().readTree(Contracts.example(type));
        var stream = "allocation/" + data.path("study").asString();
        var heard =
                new Heard("randomization", "randomization", stream, 1, 1, type, data, Instant.EPOCH, null, null, null);
        assertThat(Words.of(heard)).hasValue(words);
    }
}
