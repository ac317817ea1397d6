package io.equipoise.studydesign.domain;

import static io.equipoise.studydesign.Definitions.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MergePatchSpec {
    private static final String TWO =
            "dosing: {courses: [{course: A, title: Drip, factor: x}, {course: B, title: Drop}]}";

    @Test
    void a_field_is_replaced_a_null_takes_it_out_and_the_rest_stays() {
        assertThat(patched(
                        "{title: T, phase: {basis: unknown, text: t}, sponsor: {basis: unknown}}",
                        "{phase: {text: u}, sponsor: null}"))
                .isEqualTo(tree("{title: T, phase: {basis: unknown, text: u}}"));
    }

    @Test
    void one_course_is_patched_by_its_name_and_the_others_stay() {
        assertThat(patched(TWO, "dosing: {courses: {B: {title: Drops}}}"))
                .isEqualTo(tree("dosing: {courses: [{course: A, title: Drip, factor: x}, {course: B, title: Drops}]}"));
    }

    @Test
    void a_field_of_a_course_is_taken_out_by_its_name() {
        assertThat(patched(TWO, "dosing: {courses: {A: {factor: null}}}"))
                .isEqualTo(tree("dosing: {courses: [{course: A, title: Drip}, {course: B, title: Drop}]}"));
    }

    @Test
    void a_course_is_taken_out_by_its_name_and_a_new_one_stands_at_the_end() {
        assertThat(patched(TWO, "dosing: {courses: {A: null, C: {title: Gel}, D: null}}"))
                .isEqualTo(tree("dosing: {courses: [{course: B, title: Drop}, {course: C, title: Gel}]}"));
    }

    @Test
    void a_list_in_a_patch_replaces_the_list_whole() {
        assertThat(patched(TWO, "dosing: {courses: [{course: E}]}"))
                .isEqualTo(tree("dosing: {courses: [{course: E}]}"));
    }

    @Test
    void what_is_no_object_is_put_in_the_item_s_place_for_the_schema_to_refuse() {
        assertThat(patched(TWO, "dosing: {courses: {A: 4}}"))
                .isEqualTo(tree("dosing: {courses: [4, {course: B, title: Drop}]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        design: {arms: {A: {title: T}}};                    design: {arms: [{arm: A, title: T}]}
        design: {cohorts: {value: {L1: {size: 3}}}};        design: {cohorts: {value: [{cohort: L1, size: 3}]}}
        questions: {Q: {text: T}};                          questions: [{question: Q, text: T}]
        products: {P: {title: T}};                          products: [{product: P, title: T}]
        eligibility: {rules: {R: {text: T}}};               eligibility: {rules: [{rule: R, text: T}]}
        eligibility: {facts: {f: {title: T}}};              eligibility: {facts: [{fact: f, title: T}]}
        design: {ratio: {value: {A: 1}}};                   design: {ratio: {value: {A: 1}}}
        """)
    void items_are_named_wherever_a_list_has_names(String patch, String result) {
        assertThat(patched("{}", patch)).isEqualTo(tree(result));
    }

    /** Otherwise the count of a schedule that was not known would live on in the one that is assumed. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        {basis: assumed, value: {kind: ONCE}};  {basis: assumed, value: {kind: ONCE}, text: 2 x}
        {basis: unknown};                       {basis: unknown, text: 2 x}
        {value: {count: 3}};                    {basis: stated, value: {kind: COUNT, count: 3}, text: 2 x}
        """)
    void whoever_says_anew_where_a_value_comes_from_says_the_whole_value(String patch, String result) {
        assertThat(patched("a: {basis: stated, value: {kind: COUNT, count: 2}, text: 2 x}", "a: " + patch))
                .isEqualTo(tree("a: " + result));
    }

    @Test
    void a_null_within_a_list_is_kept_for_the_schema_to_refuse() {
        assertThat(patched("{}", "aliases: [null]").at("/aliases")).asString().isEqualTo("[null]");
    }

    private static Definition patched(String before, String patch) {
        return tree(before).patched(read(patch));
    }

    private static Definition tree(String yaml) {
        return new Definition(read(yaml));
    }
}
