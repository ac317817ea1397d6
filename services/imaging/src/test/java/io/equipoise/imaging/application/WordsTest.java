package io.equipoise.imaging.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsTest {

    @Test
    void a_name_is_known_again_in_any_spelling() {
        assertThat(Words.ofName("Müller-Lüdenscheidt^Anna^^Dr."))
                .containsExactlyInAnyOrder("muller", "ludenscheidt", "anna");
        for (var text : List.of("MÜLLER moved", "Mrs Muller.", "(anna)", "anna's head")) {
            assertThat(Words.said(text)).as(text).containsAnyOf("muller", "anna");
        }
        assertThat(Words.said("Mullerian cyst, annular artefact")).doesNotContain("muller", "anna");
        assertThat(Words.ofName("山田^太郎=やまだ^たろう")).contains("山田", "太郎");
    }

    @Test
    void a_number_is_known_again_whatever_separates_its_parts() {
        assertThat(Words.ofNumber("H-47.11/3")).containsExactly("h47113");
        for (var text : List.of("see H-47.11/3", "h47113", "H 47 11 3 moved", "no H47-113!")) {
            assertThat(Words.said(text)).as(text).contains("h47113");
        }
        assertThat(Words.said("47113")).doesNotContain("h47113");
    }

    @Test
    void a_day_is_known_again_however_it_is_written() {
        assertThat(Words.ofDay("19700102")).containsExactly("day:1970-01-02");
        for (var text : List.of(
                "19700102",
                "born 1970-01-02",
                "2.1.1970",
                "02/01/1970",
                "1/2/1970",
                "02.01.70",
                "2 January 1970",
                "Jan 2, 1970")) {
            assertThat(Words.said(text)).as(text).contains("day:1970-01-02");
        }
        assertThat(Words.said("week 24, 3.5 mm, 1970-01-03, 31.02.1970")).doesNotContain("day:1970-01-02");
    }

    @Test
    void what_is_too_short_to_be_anybodys_is_no_word() {
        assertThat(Words.ofName("Li^An")).isEmpty();
        assertThat(Words.ofNumber("12")).isEmpty();
        assertThat(Words.ofNumber("----")).isEmpty();
        assertThat(Words.said("")).isEmpty();
    }
}
