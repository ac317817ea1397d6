package io.equipoise.adverseevent.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.CaseFact;
import io.equipoise.adverseevent.domain.PatientCharacteristics;
import io.equipoise.adverseevent.domain.PatientCharacteristics.Age;
import io.equipoise.adverseevent.domain.PatientCharacteristics.AgeUnit;
import io.equipoise.adverseevent.domain.PatientCharacteristics.Sex;
import io.equipoise.adverseevent.domain.SafetyCase;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PatientOfRelease07Test {
    private static final String FROZEN = "/journal/0.7-patient.json";

    @RegisterExtension
    static final Released RELEASE = new Released(FROZEN);

    @Test
    void what_release_0_7_knew_of_a_person_is_replayed_to_the_same_state() throws IOException {
        var facts = RELEASE.facts("case/SC-4KD9W2XM").stream()
                .map(CaseFact.class::cast)
                .toList();
        assertThat(new SafetyCase(facts).patient())
                .isEqualTo(new PatientCharacteristics(
                        new Age(new BigDecimal("44"), AgeUnit.YEARS),
                        Sex.FEMALE,
                        null,
                        null,
                        "Progressive multiple sclerosis since 2017."));
        assertThat(GoldenJournalTest.read(FROZEN).toJson()).doesNotContain("FEMALE", "sclerosis", "weighed", "70.5");
    }
}
