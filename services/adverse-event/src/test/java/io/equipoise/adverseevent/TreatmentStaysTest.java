package io.equipoise.adverseevent;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.equipoise.adverseevent.application.Unblindings.Seen;
import io.equipoise.adverseevent.domain.Treatment;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a subject gets is known to the ear that opens it, the door that shows it and what writes the report; to no other part. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TreatmentStaysTest {
    /** Who hears it, who shows it, and what unblinded papers are made of; a look is recorded for each of those. */
    private static final Set<String> MAY_KNOW = Set.of("UnblindingEar", "UnblindingEndpoint", "RecordedSources");

    private static final ArchRule STAYS = noClasses()
            .that(describe(
                    "are neither the ear nor the door nor the source of unblinded papers",
                    type -> !MAY_KNOW.contains(outermost(type))))
            .and()
            .resideInAPackage("..adapter..")
            .should()
            .dependOnClassesThat(describe(
                    "hold a treatment",
                    type -> type.isEquivalentTo(Treatment.class) || type.isEquivalentTo(Seen.class)));

    @Test
    void no_page_mail_webhook_feed_read_model_or_message_knows_a_treatment() {
        var classes = new ClassFileImporter()
                .importUrl(AdverseEventService.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation());
        assertThat(classes.stream().filter(type -> MAY_KNOW.contains(type.getSimpleName())))
                .hasSize(3);
        STAYS.check(classes);
    }

    @Test
    void a_part_that_knows_one_is_found() {
        var offender =
                new ClassFileImporter().importClasses(io.equipoise.adverseevent.offender.adapter.page.Telling.class);
        assertThat(STAYS.evaluate(offender).hasViolation()).isTrue();
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(TreatmentStaysTest::outermost).orElse(type.getSimpleName());
    }
}
