package io.equipoise.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StrictJsonTest {
    enum Colour {
        RED,
        GREEN
    }

    record Parcel(String name, LocalDate on, Instant at, Colour colour) {}

    private static final String WHOLE =
            "{\"name\":\"n\",\"on\":\"2025-03-11\",\"at\":\"2025-03-11T09:00:00Z\",\"colour\":\"RED\"}";

    @Test
    void text_dates_and_instants_are_read_and_written_alike() {
        var json = StrictJson.mapper();
        assertThat(json.writeValueAsString(json.readValue(WHOLE, Parcel.class))).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name:1",
                "name:1.5",
                "name:true",
                "on:20250311",
                "on:[2025,3,11]",
                "on:\"\"",
                "on:\"2025-02-30\"",
                "at:1741683600",
                "at:1741683600.5",
                "at:\"2025-03-11\"",
                "colour:0",
                "colour:\"red\""
            })
    void anything_else_is_refused_by_field(String change) {
        var field = change.substring(0, change.indexOf(':'));
        var broken = WHOLE.replaceFirst(
                "\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":" + change.substring(field.length() + 1));
        assertThatThrownBy(() -> StrictJson.mapper().readValue(broken, Parcel.class))
                .isInstanceOfSatisfying(JacksonException.class, e -> {
                    assertThat(JsonProblem.of(e).code()).isEqualTo("FIELD_MALFORMED");
                    assertThat(JsonProblem.of(e).pointers()).containsExactly("/" + field);
                });
    }
}
