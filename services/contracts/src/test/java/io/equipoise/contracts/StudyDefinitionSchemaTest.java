package io.equipoise.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(pointers("{'study':'S1','title':'T','design':{'target':" + value + "}}"))
                .isEqualTo(wrong.isEmpty() ? List.of() : List.of("/design/target" + wrong));
    }

    @Test
    void an_amount_is_an_exact_decimal_as_text() {
        assertThat(pointers(amount("'2.4e13'"))).isEmpty();
        assertThat(pointers(amount("'24000000000000'"))).isEmpty();
        assertThat(pointers(amount("2.4e13"))).containsExactly("/dosing/courses/0/amount/value/number");
        assertThat(pointers(amount("'0,5'"))).containsExactly("/dosing/courses/0/amount/value/number");
        assertThat(pointers(amount("'1e999999999'"))).containsExactly("/dosing/courses/0/amount/value/number");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'per':'KG','number':'100','unit':'ug'}",
                "{'per':'DOSE','low':'0.5e10','high':'2e10','unit':'particles'}",
                "{'per':'ML','sequence':['8e3','4e3','8e3'],'unit':'particles','of':'nano vesicles'}",
                "{'per':'DOSE','number':'8e8','unit':'nanovesicles','in':{'number':'3','unit':'mL'}}",
                "{'per':'MATCHED'}"
            })
    void an_amount_says_what_its_number_is_for(String value) {
        assertThat(pointers(course("'amount':{'basis':'stated','value':" + value + "}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'number':'100','unit':'ug'}",
                "{'per':'DOSE','number':'1'}",
                "{'per':'DOSE','unit':'ug'}",
                "{'per':'DOSE','low':'1','unit':'ug'}",
                "{'per':'DOSE','number':'1','low':'1','high':'2','unit':'ug'}",
                "{'per':'DOSE','number':'1','unit':'\u00b5g'}",
                "{'per':'MATCHED','number':'4'}"
            })
    void an_amount_that_is_two_things_or_none_is_refused(String value) {
        assertThat(pointers(course("'amount':{'basis':'stated','value':" + value + "}")))
                .isNotEmpty()
                .allSatisfy(pointer -> assertThat(pointer).startsWith("/dosing/courses/0/amount/value"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind':'ONCE'}",
                "{'kind':'EVERY','interval':'P12W','count':4,'until':'P48W'}",
                "{'kind':'DAILY','times':4,'days':14,'slots':['08:00','12:00','16:00','20:00']}",
                "{'kind':'WEEKLY','times':2,'weeks':12,'weekdays':['MONDAY','THURSDAY']}",
                "{'kind':'CYCLES','days':[1,4,10],'cycle':'P14D','cycles':3}",
                "{'kind':'DAYS','days':[0,84]}",
                "{'kind':'COUNT','count':5}",
                "{'kind':'WINDOW','length':'P2W'}",
                "{'kind':'AS_NEEDED','atMost':3,'per':'P1D'}"
            })
    void a_schedule_is_of_a_kind(String value) {
        assertThat(pointers(course("'schedule':{'basis':'stated','value':" + value + "}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'interval':'P12W','count':4}",
                "{'kind':'SOMETIMES'}",
                "{'kind':'ONCE','count':1}",
                "{'kind':'EVERY','count':4}",
                "{'kind':'DAILY','times':1,'days':[1,4]}",
                "{'kind':'CYCLES','days':14,'cycle':'P14D','cycles':3}",
                "{'kind':'WEEKLY','times':2,'weeks':12,'weekdays':['MONDAY','MONDAY']}",
                "{'kind':'DAILY','times':1,'days':2,'slots':['24:00']}",
                "{'kind':'COUNT','count':0}"
            })
    void a_schedule_that_is_no_schedule_is_refused(String value) {
        assertThat(pointers(course("'schedule':{'basis':'stated','value':" + value + "}")))
                .isNotEmpty()
                .allSatisfy(pointer -> assertThat(pointer).startsWith("/dosing/courses/0/schedule/value"));
    }

    @Test
    void a_course_names_one_route_or_one_per_administration() {
        assertThat(pointers(course("'route':{'basis':'stated','value':'INTRATHECAL'}")))
                .isEmpty();
        assertThat(pointers(course("'route':{'basis':'stated','value':['INTRAVENOUS','INTRA_ARTERIAL']}")))
                .isEmpty();
        assertThat(pointers(course("'route':{'basis':'stated','value':['INTRAVENOUS']}")))
                .containsExactly("/dosing/courses/0/route/value");
        assertThat(pointers(course("'route':{'basis':'stated','value':'BY_MOUTH'}")))
                .containsExactly("/dosing/courses/0/route/value");
    }

    @Test
    void a_rule_says_when_it_is_met_or_is_an_empty_slot() {
        assertThat(pointers(rule("'when':'true','boundary':'PASSES_WHEN_ON_BOUNDARY'")))
                .isEmpty();
        assertThat(pointers(rule("'slot':true"))).isEmpty();
        assertThat(pointers(rule("'boundary':'PASSES_WHEN_ON_BOUNDARY'"))).containsExactly("/eligibility/rules/0/when");
        assertThat(pointers(rule("'slot':true,'when':'true'"))).containsExactly("/eligibility/rules/0/when");
    }

    @ParameterizedTest
    @CsvSource({"2022,true", "2022-01,true", "2022-01-14,true", "2022-71-14,false", "2026-02-30,false", "22,false"})
    void a_day_is_one_of_the_calendar(String day, boolean right) {
        assertThat(pointers("{'study':'S1','title':'T','status':{'basis':'stated','value':'RECRUITING','asOf':'" + day
                        + "'}}"))
                .isEqualTo(right ? List.of() : List.of("/status/asOf"));
        assertThat(pointers("{'study':'S1','title':'T','startDate':{'basis':'stated','value':'" + day + "'}}"))
                .isEqualTo(right ? List.of() : List.of("/startDate/value"));
    }

    @Test
    void the_old_flat_dosing_is_no_part_of_the_language() {
        assertThat(pointers("{'study':'S1','title':'T','dosing':{'interval':{'basis':'unknown'}}}"))
                .containsExactly("/dosing/interval");
    }

    private static String rule(String more) {
        return "{'study':'S1','title':'T','eligibility':{'rules':[{'rule':'A','kind':'INCLUSION','text':'a'," + more
                + "}]}}";
    }

    private static String course(String fields) {
        return "{'study':'S1','title':'T','dosing':{'courses':[{'course':'A','title':'A'," + fields + "}]}}";
    }

    private static String amount(String number) {
        return course("'amount':{'basis':'stated','value':{'per':'DOSE','number':" + number + ",'unit':'particles'}}");
    }

    private static List<String> pointers(String json) {
        return Contracts.definitionProblems(json.replace('\'', '"')).stream()
                .map(Contracts.Problem::pointer)
                .distinct()
                .toList();
    }
}
