package io.equipoise.adverseevent;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.equipoise.adverseevent.application.StudyDonors;
import io.equipoise.adverseevent.domain.Donors;
import io.equipoise.adverseevent.domain.Origins;
import io.equipoise.adverseevent.domain.ProductOrigin;
import io.equipoise.adverseevent.offender.adapter.page.TellingDonors;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Role;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** A donor tells an arm: it is known to the ear that opens it and to the board's own door and page; to no other part. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DonorsStayTest {
    private static final Set<String> MAY_KNOW =
            Set.of("OriginEar", "DonorEndpoint", "BoardDonors", "BoardParts", "BoardWiring");
    private static final Set<String> KNOWN = Stream.of(
                    ProductOrigin.class, Origins.class, Donors.class, StudyDonors.class)
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());

    private static final ArchRule STAYS = noClasses()
            .that(describe("are neither the ear nor the board's", type -> !MAY_KNOW.contains(outermost(type))))
            .and()
            .resideInAPackage("..adapter..")
            .should()
            .dependOnClassesThat(describe("hold a donor", type -> KNOWN.contains(outermost(type))));

    @Test
    void no_page_mail_webhook_feed_read_model_or_message_but_the_boards_own_knows_a_donor() {
        var classes = new ClassFileImporter()
                .importUrl(AdverseEventService.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation());
        assertThat(classes.stream().filter(type -> MAY_KNOW.contains(type.getSimpleName())))
                .hasSameSizeAs(MAY_KNOW);
        STAYS.check(classes);
        assertThat(classes.stream()
                        .filter(type -> Set.of("DonorEndpoint", "BoardPages").contains(outermost(type)))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(Allowed.class))
                        .map(method -> Set.of(AnnotatedElementUtils.getMergedAnnotation(method.reflect(), Allowed.class)
                                .value())))
                .hasSize(4)
                .containsOnly(Set.of(Role.DATA_SAFETY_BOARD));
    }

    @Test
    void a_part_that_knows_one_is_found() {
        var offender = new ClassFileImporter().importClasses(TellingDonors.class);
        assertThat(STAYS.evaluate(offender).hasViolation()).isTrue();
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(DonorsStayTest::outermost).orElse(type.getSimpleName());
    }
}
