package io.equipoise.adverseevent.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.adverseevent.adapter.profile.ProfileFiles;
import io.equipoise.platform.web.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Profiles are files; a sponsor may have its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthorityProfileSpec {
    private static final String OWN = """
        {"authority": "SPONSOR-SOP", "title": "Our own rule", "rules": [
          {"kind": "FATAL_OR_LIFE_THREATENING", "days": 3, "anchor": "RECEIVED", "atRisk": "PT24H",
           "paragraph": "SOP 12", "says": "The head of safety hears of it within 3 days."},
          {"kind": "OTHER", "days": 10, "anchor": "QUALIFIED", "atRisk": "PT24H",
           "paragraph": "SOP 12", "says": "The head of safety hears of it within 10 days."}]}\
        """;

    @TempDir
    Path folder;

    @Test
    void three_authorities_come_with_the_service() {
        assertThat(Office.PROFILES.all())
                .extracting(AuthorityProfile::authority)
                .containsExactly("EU-CTR", "FDA-IND", "UK");
    }

    @Test
    void a_sponsor_adds_its_own() throws IOException {
        Files.writeString(folder.resolve("sop.json"), OWN);
        var profiles = new ProfileFiles(StrictJson.mapper(), Optional.of(folder));
        assertThat(profiles.all()).hasSize(4);
        assertThat(profiles.of("SPONSOR-SOP").orElseThrow().rules())
                .extracting(ClockRule::days)
                .containsExactly(3, 10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "days": 3,       | "days": 0,          | days are 1 to 90
        "days": 3,       | "days": 11,         | gives a graver case more time
        "days": 3,       | "days": 3, "noon": 1, | noon
        "RECEIVED"       | "QUALIFIED_LATER"   | Anchor
        "SOP 12"         | ""                  | names no paragraph
        "PT24H"          | "P9D"               | at risk before it starts
        "OTHER"          | "FOLLOW_UP"         | does not say when
        "RECEIVED"       | "DUE"               | cannot be counted from DUE
        SPONSOR-SOP      | sop                 | an authority is named
        """)
    void a_file_that_is_no_profile_stops_the_start_and_says_why(String good, String bad, String why)
            throws IOException {
        Files.writeString(folder.resolve("sop.json"), OWN.replaceFirst(good, bad));
        assertThatThrownBy(() -> new ProfileFiles(StrictJson.mapper(), Optional.of(folder)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sop.json")
                .hasMessageContaining(why);
    }
}
