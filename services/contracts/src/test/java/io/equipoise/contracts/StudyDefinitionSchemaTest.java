package io.equipoise.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StudyDefinitionSchemaTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        {"basis":"unknown"};                                                                              ''
        {"basis":"unknown","text":"4 infusions"};                                                         ''
        {"basis":"unknown","value":4};                                                                    /value
        {"basis":"stated","value":4,"text":"4 infusions"};                                                ''
        {"basis":"stated"};                                                                               /value
        {"basis":"assumed","value":4,"by":"A","on":"2026-11-22","why":"usual"};                           ''
        {"basis":"assumed","value":4,"by":"A","on":"2026-11-22"};                                         /why
        {"basis":"assumed","value":4,"on":"2026-11-22","why":"usual"};                                    /by
        {"basis":"read","value":4,"by":"A","why":"usual"};                                                /on
        {"basis":"read","value":4,"by":"A","on":"22.11.2026","why":"usual"};                              /on
        {"basis":"guessed","value":4};                                                                    /basis
        {"value":4};                                                                                      /basis
        {"basis":"stated","value":"4"};                                                                   /value
        {"basis":"stated","value":4,"valeu":5};                                                           /valeu
        """)
    void an_open_value_says_where_it_comes_from(String value, String wrong) {
        assertThat(pointers("{'study':'S1','title':'T','dosing':{'administrations':" + value + "}}"))
                .isEqualTo(wrong.isEmpty() ? List.of() : List.of("/dosing/administrations" + wrong));
    }

    @Test
    void an_amount_is_an_exact_decimal_as_text() {
        assertThat(pointers(amount("'2.4e13'"))).isEmpty();
        assertThat(pointers(amount("'24000000000000'"))).isEmpty();
        assertThat(pointers(amount("2.4e13"))).containsExactly("/dosing/amount/value/number");
        assertThat(pointers(amount("'0,5'"))).containsExactly("/dosing/amount/value/number");
        assertThat(pointers(amount("'1e999999999'"))).containsExactly("/dosing/amount/value/number");
    }

    @Test
    void a_field_that_nobody_knows_is_named_at_every_depth() {
        assertThat(pointers("{'study':'S1','title':'T','tilte':'T'}")).containsExactly("/tilte");
        assertThat(pointers("{'study':'S1','title':'T','design':{'arms':[{'arm':'A','title':'A','sort':'B'}]}}"))
                .containsExactly("/design/arms/0/sort");
    }

    @Test
    void a_coded_fact_lists_its_codes_and_a_score_its_bounds() {
        assertThat(
                        pointers(
                                "{'study':'S1','title':'T','eligibility':{'facts':["
                                    + "{'fact':'a','title':'A','type':'CODE'},{'fact':'b','title':'B','type':'SCORE','min':'0'}]}}"))
                .containsExactlyInAnyOrder("/eligibility/facts/0/codes", "/eligibility/facts/1/max");
    }

    private static String amount(String number) {
        return "{'study':'S1','title':'T','dosing':{'amount':{'basis':'stated','value':{'number':" + number
                + ",'unit':'particles'}}}}";
    }

    private static List<String> pointers(String json) {
        return Contracts.definitionProblems(json.replace('\'', '"')).stream()
                .map(Contracts.Problem::pointer)
                .toList();
    }
}
