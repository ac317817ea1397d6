package io.equipoise.studydesign;

import static io.equipoise.studydesign.Definitions.read;
import static io.equipoise.studydesign.Shelf.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.DesignFact.StudyActivated;
import io.equipoise.studydesign.domain.Scope;
import io.equipoise.studydesign.domain.Study;
import io.equipoise.studydesign.domain.StudyCommand;
import io.equipoise.studydesign.domain.StudyCommand.Activate;
import io.equipoise.studydesign.domain.StudyCommand.Define;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Studies whose product nobody knows, or that give people nothing. */
class NothingGivenSpec extends Specification<Study, StudyCommand, DesignFact> {
    private static final Path OVERLAYS = Path.of("../../deploy/local/src/main/resources/simulate");
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    NothingGivenSpec() {
        super(Study.decider(PublishedForm.form()));
    }

    @Test
    @Acceptance("AL-13")
    void donors_of_3622_are_enrolled_once_it_is_said_how_and_nobody_is_dosed() throws IOException {
        var facts = defined("NCT04223622");
        given(facts)
                .when(activating("NCT04223622", Scope.ENROLMENT))
                .then(new StudyActivated("NCT04223622", 1, TODAY, Scope.ENROLMENT));
        assertThat(given(facts)
                        .when(activating("NCT04223622", Scope.ENROLMENT_AND_DOSING))
                        .refused("STUDY_HAS_GAPS")
                        .detail())
                .contains("nothing is given to people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NCT04850469", "NCT04223622"})
    @Acceptance("AL-13")
    void a_study_of_nothing_known_does_not_dose_whatever_is_assumed_for_its_enrolment(String study) throws IOException {
        given(defined(study))
                .when(activating(study, Scope.ENROLMENT_AND_DOSING))
                .refused("STUDY_HAS_GAPS");
    }

    private static Activate activating(String study, Scope scope) {
        return new Activate(study, TODAY, scope, NOW);
    }

    private DesignFact[] defined(String study) throws IOException {
        var assumed =
                new Definition(of(study).tree()).patched(read(Files.readString(OVERLAYS.resolve(study + ".yaml"))));
        return given().when(new Define(study, assumed.tree(), NOW)).accepted().toArray(DesignFact[]::new);
    }
}
