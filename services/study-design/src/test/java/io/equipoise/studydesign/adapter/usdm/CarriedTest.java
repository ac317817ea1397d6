package io.equipoise.studydesign.adapter.usdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.equipoise.studydesign.Definitions;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.Definition;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What goes out as USDM comes in again as the same definition; what somebody changed in between holds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CarriedTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Definition ASSUMED =
            new Definition(Definitions.AS_REGISTERED).patched(Definitions.ASSUMPTIONS);

    static Stream<Definition> definitions() {
        var library = Definitions.resource("/library/index.txt")
                .lines()
                .map(study -> new Definition(Definitions.read(Definitions.resource("/library/" + study + ".yaml"))));
        return Stream.concat(Stream.of(ASSUMED, new Definition(Pilot.imported().definition())), library);
    }

    private static JsonNode exported(Definition definition) {
        return JSON.readTree(JSON.writeValueAsBytes(new UsdmExport(definition, 3).file()));
    }

    private static UsdmImport imported(JsonNode file) {
        return UsdmImport.of(JSON.writeValueAsBytes(file), Pilot.TODAY, PublishedForm.form());
    }

    private static Definition changed(Consumer<ObjectNode> change) {
        var file = exported(ASSUMED);
        change.accept((ObjectNode) file.at("/study/versions/0"));
        return new Definition(imported(file).definition());
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void a_definition_comes_back_as_it_went_out(Definition sent) {
        assertThat(new Definition(imported(exported(sent)).definition())).isEqualTo(sent);
    }

    @Test
    void no_extension_of_ours_is_left_over() {
        assertThat(imported(exported(ASSUMED)).unmapped())
                .extracting(Unmapped::type)
                .doesNotContain("ExtensionAttribute");
    }

    @Test
    void what_somebody_changed_in_the_file_holds_and_the_rest_comes_back() {
        var back = changed(version -> ((ObjectNode) version.at("/titles/0")).put("text", "Another title"));
        assertThat(back.title()).isEqualTo("Another title");
        assertThat(back.at("/design")).isEqualTo(ASSUMED.at("/design"));
        assertThat(back.at("/dosing")).isEqualTo(ASSUMED.at("/dosing"));
    }

    @Test
    void a_changed_value_is_the_files_and_no_longer_somebodys_assumption() {
        var target = "/studyDesigns/0/population/plannedEnrollmentNumber";
        var back = changed(version -> ((ObjectNode) version.at(target)).put("value", 90));
        assertThat(back.at("/design/target/value")).isEqualTo(90);
        assertThat(back.at("/design/target/basis")).isEqualTo("stated");
        assertThat(back.at("/design/ratio")).as("said in USDM nowhere").isEqualTo(ASSUMED.at("/design/ratio"));
    }

    @Test
    void what_is_carried_and_is_no_definition_is_refused() {
        for (var carried : new String[] {"{", "[1]", "{\"study\":\"X\"}", "{\"study\":\"X\",\"title\":0.5}"}) {
            var file = exported(ASSUMED);
            var whole = (ObjectNode) file.at("/study/versions/0/extensionAttributes/0");
            assertThat(whole.path("url").asString()).isEqualTo(Extensions.WHOLE);
            whole.put("valueString", carried);
            var refused = catchThrowableOfType(Unusable.class, () -> imported(file));
            assertThat(refused).as(carried).isNotNull();
            assertThat(refused.refusal().code()).isEqualTo("USDM_MALFORMED");
            assertThat(refused.refusal().pointers())
                    .containsExactly("/study/versions/0/extensionAttributes/0/valueString");
        }
    }
}
