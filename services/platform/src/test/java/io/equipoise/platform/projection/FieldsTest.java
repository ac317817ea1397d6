package io.equipoise.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FieldsTest {
    @Test
    void the_order_of_fields_says_nothing_and_the_order_of_a_list_does() {
        assertThat(json("{b: 1, a: {d: [{f: 2, e: null}, 3], c: true}}"))
                .isEqualTo(json("{a: {c: true, d: [{e: null, f: 2}, 3]}, b: 1}"))
                .isNotEqualTo(json("{a: {c: true, d: [3, {e: null, f: 2}]}, b: 1}"))
                .isNotEqualTo(json("{a: {c: true, d: [{f: 2}, 3]}, b: 1}"))
                .isNotEqualTo(json("{a: {c: true, d: [{e: null, f: 2}, 3]}, b: 2}"));
    }

    private static String json(String document) {
        return Fields.byName(Document.parse(document)).toJson();
    }
}
