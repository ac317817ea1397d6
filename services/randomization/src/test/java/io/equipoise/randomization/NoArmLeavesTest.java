package io.equipoise.randomization;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.Assignment;
import io.equipoise.randomization.domain.ProductLot;
import io.equipoise.randomization.domain.ProductOrigin;
import io.equipoise.randomization.domain.Seed;
import io.equipoise.randomization.offender.adapter.rest.TellingEndpoint;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** NO_ARM_LEAVES: what is answered to the blinded or told on a topic has no place where an arm could stand. */
class NoArmLeavesTest {
    private static final String UNBLINDED = "io.equipoise.randomization.adapter.rest.unblinded";
    private static final Set<Class<?>> SECRET =
            Set.of(Arm.class, Seed.class, ProductLot.class, ProductOrigin.class, Assignment.class);

    private static final ArchRule BLINDED_DOORS_DO_NOT_KNOW_SECRETS = noClasses()
            .that()
            .resideInAPackage("..adapter.rest")
            .should()
            .dependOnClassesThat(describe("hold an arm", NoArmLeavesTest::isSecretOrUnblinded))
            .because("a door for the blinded cannot tell what it does not know");

    record Offender(String subject, List<Map<String, Hidden>> deep) {
        record Hidden(Arm arm) {}
    }

    @Test
    void no_record_of_a_blinded_door_or_of_a_topic_reaches_an_arm() {
        var records = production().stream()
                .filter(JavaClass::isRecord)
                .filter(type -> type.getPackageName().contains(".adapter."))
                .filter(type -> !type.getPackageName().startsWith(UNBLINDED))
                .map(JavaClass::reflect)
                .toList();
        assertThat(records).hasSizeGreaterThan(8);
        assertThat(records)
                .allSatisfy(type -> assertThat(reachesSecret(type, new HashSet<>()))
                        .as(type.getName())
                        .isFalse());
    }

    @Test
    void the_check_finds_an_arm_however_deep() {
        assertThat(reachesSecret(Offender.class, new HashSet<>())).isTrue();
    }

    @Test
    void a_blinded_door_knows_no_secret() {
        BLINDED_DOORS_DO_NOT_KNOW_SECRETS.check(production());
    }

    @Test
    void a_blinded_door_that_knows_one_is_found() {
        var offender = new ClassFileImporter().importClasses(TellingEndpoint.class);
        assertThat(BLINDED_DOORS_DO_NOT_KNOW_SECRETS.evaluate(offender).hasViolation())
                .isTrue();
    }

    @Test
    void the_unblinded_doors_are_for_the_unblinded_and_for_an_investigator_who_breaks_a_code() {
        assertThat(unblindedDoors())
                .containsAllEntriesOf(Map.ofEntries(
                        Map.entry("AllocationListEndpoint.draw", Set.of(Role.STATISTICIAN)),
                        Map.entry("AllocationListEndpoint.show", Set.of(Role.STATISTICIAN, Role.DATA_SAFETY_BOARD)),
                        Map.entry("SchemeEndpoint.declare", Set.of(Role.STATISTICIAN)),
                        Map.entry("SchemeEndpoint.show", Set.of(Role.STATISTICIAN, Role.DATA_SAFETY_BOARD)),
                        Map.entry("SchemeEndpoint.seed", Set.of(Role.STATISTICIAN)),
                        Map.entry("ListDraftEndpoint.draft", Set.of(Role.STATISTICIAN)),
                        Map.entry("ListDraftEndpoint.draftAsTable", Set.of(Role.STATISTICIAN)),
                        Map.entry("ListDraftEndpoint.approve", Set.of(Role.STATISTICIAN, Role.DATA_SAFETY_BOARD)),
                        Map.entry("ListDraftEndpoint.release", Set.of(Role.STATISTICIAN)),
                        Map.entry("ListDraftEndpoint.show", Set.of(Role.STATISTICIAN, Role.DATA_SAFETY_BOARD)),
                        Map.entry("KitsEndpoint.receive", Set.of(Role.PHARMACIST)),
                        Map.entry("KitsEndpoint.shelf", Set.of(Role.PHARMACIST)),
                        Map.entry("KitsEndpoint.freeNumbers", Set.of(Role.PHARMACIST)),
                        Map.entry("CodeBreakEndpoint.breakCode", Set.of(Role.INVESTIGATOR))))
                .containsAllEntriesOf(Map.of(
                        "KitHistoryEndpoint.history", Set.of(Role.PHARMACIST),
                        "LotsEndpoint.register", Set.of(Role.PHARMACIST),
                        "LotsEndpoint.test", Set.of(Role.PHARMACIST),
                        "LotsEndpoint.decide", Set.of(Role.PHARMACIST, Role.OPERATIONS),
                        "LotsEndpoint.lots", Set.of(Role.PHARMACIST),
                        "DepotEndpoint.open", Set.of(Role.PHARMACIST),
                        "DepotEndpoint.pack", Set.of(Role.PHARMACIST),
                        "DepotEndpoint.send", Set.of(Role.PHARMACIST),
                        "DepotEndpoint.decide", Set.of(Role.PHARMACIST)))
                .containsEntry("BalanceEndpoint.show", Set.of(Role.STATISTICIAN, Role.DATA_SAFETY_BOARD))
                .containsEntry("AssignmentEndpoint.take", Set.of(Role.STATISTICIAN))
                .containsEntry("SimulationEndpoint.simulate", Set.of(Role.STATISTICIAN))
                .containsEntry("SimulationEndpoint.table", Set.of(Role.STATISTICIAN))
                .hasSize(27);
    }

    private static Map<String, Set<Role>> unblindedDoors() {
        return production().stream()
                .filter(type -> type.getPackageName().startsWith(UNBLINDED))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(Allowed.class))
                .collect(Collectors.toMap(
                        method -> method.getOwner().getSimpleName() + "." + method.getName(),
                        method -> Set.of(AnnotatedElementUtils.getMergedAnnotation(method.reflect(), Allowed.class)
                                .value())));
    }

    private static JavaClasses production() {
        return new ClassFileImporter()
                .importUrl(RandomizationService.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation());
    }

    private static boolean isSecretOrUnblinded(JavaClass type) {
        return SECRET.stream().anyMatch(type::isEquivalentTo)
                || type.getPackageName().startsWith(UNBLINDED);
    }

    private static boolean reachesSecret(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return false;
        }
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(part -> reachesSecret(part, seen));
        }
        if (type instanceof Class<?> plain) {
            return SECRET.contains(plain)
                    || plain.isRecord()
                            && Arrays.stream(plain.getRecordComponents())
                                    .map(RecordComponent::getGenericType)
                                    .anyMatch(part -> reachesSecret(part, seen));
        }
        return false;
    }
}
