package io.equipoise.platform.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.mongodb.client.MongoCollection;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Allowed;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every service runs all of them on its own classes. */
public final class ArchitectureRules {
    private static final String[] JAVA = {"java.lang..", "java.util..", "java.time..", "java.math.."};

    private static final Map<String, ArchRule> RULES = new TreeMap<>();

    static {
        RULES.put("DOMAIN_IS_PURE", domainIsPure());
        RULES.put("DOMAIN_IS_DETERMINISTIC", domainIsDeterministic());
        RULES.put("DOMAIN_IS_IMMUTABLE", domainIsImmutable());
        RULES.put("APPLICATION_IS_FRAMEWORK_FREE", applicationIsFrameworkFree());
        RULES.put("ADAPTERS_DO_NOT_KNOW_EACH_OTHER", adaptersDoNotKnowEachOther());
        RULES.put("REST_DOES_NOT_KNOW_STORES", restDoesNotKnowStores());
        RULES.put("ENTRY_POINTS_ARE_HIDDEN", entryPointsAreHidden());
        RULES.put("DOORS_NAME_THEIR_ROLES", doorsNameTheirRoles());
        RULES.put("JOURNAL_IS_APPEND_ONLY", journalIsAppendOnly());
        RULES.put("NO_FIELD_INJECTION", noFieldInjection());
        RULES.put("NO_CYCLES", noCycles());
        RULES.put("TESTS_ARE_RUN", testsAreRun());
    }

    private ArchitectureRules() {}

    public static Map<String, ArchRule> all() {
        return Map.copyOf(RULES);
    }

    /** Checks a service: its production classes against every rule, its tests against those that are about tests. */
    public static void check(String rootPackage) {
        var production = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
        var everything = new ClassFileImporter().importPackages(rootPackage);
        if (production.isEmpty()) {
            throw new AssertionError("no classes in " + rootPackage);
        }
        RULES.forEach((name, rule) -> check(rule, name.equals("TESTS_ARE_RUN") ? everything : production));
    }

    private static void check(ArchRule rule, JavaClasses classes) {
        rule.allowEmptyShould(true).check(classes);
    }

    /** An allow-list, so that a new dependency is a decision, not an accident. */
    private static ArchRule domainIsPure() {
        return classes()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(JAVA)
                        .or(resideInAnyPackage("..domain..", "io.equipoise.contracts..", "org.jspecify.annotations.."))
                        .or(belongToAnyOf(Decision.class, Decider.class, Refusal.class))
                        .or(resideInAnyPackage("java.security..", "javax.crypto..", "java.nio.charset..")))
                .because("the model must be testable and readable without any framework");
    }

    private static ArchRule domainIsDeterministic() {
        return noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .callMethodWhere(target(nameMatching("now|randomUUID|random|systemUTC|systemDefaultZone|nanoTime"
                        + "|currentTimeMillis|getInstanceStrong")))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .because("a journal must replay to the same state tomorrow");
    }

    private static ArchRule domainIsImmutable() {
        return classes()
                .that()
                .resideInAPackage("..domain..")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should(beImmutable())
                .because("state changes only by folding facts");
    }

    private static ArchRule applicationIsFrameworkFree() {
        return noClasses()
                .that()
                .resideInAPackage("..application..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework..",
                        "com.mongodb..",
                        "org.bson..",
                        "org.apache.kafka..",
                        "tools.jackson..",
                        "..adapter.."))
                .because("use cases must not know how they are reached or where facts are kept");
    }

    private static ArchRule adaptersDoNotKnowEachOther() {
        return slices().matching("..adapter.(*)..").should().notDependOnEachOther();
    }

    private static ArchRule restDoesNotKnowStores() {
        return noClasses()
                .that()
                .resideInAPackage("..adapter.rest..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "..adapter.mongo..", "..adapter.kafka..", "com.mongodb..", "org.apache.kafka.."));
    }

    private static ArchRule entryPointsAreHidden() {
        return classes()
                .that()
                .resideInAPackage("..adapter..")
                .and(annotatedWith(RestController.class).or(annotatedWith(Controller.class)))
                .should()
                .notBePublic()
                .because("nothing may call an entry point from inside");
    }

    private static ArchRule doorsNameTheirRoles() {
        return methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should()
                .beMetaAnnotatedWith(Allowed.class)
                .because("a door without roles stays shut");
    }

    private static ArchRule journalIsAppendOnly() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("..adapter.mongo..", "..projection..")
                .should()
                .callMethodWhere(target(owner(assignableTo(MongoCollection.class)))
                        .and(target(nameMatching("(update|replace|delete|findOneAnd|drop|rename|bulkWrite).*"))))
                .because("the journal is the audit trail; only projections are written twice");
    }

    private static ArchRule noFieldInjection() {
        return fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .because("a class must show in its constructor what it needs");
    }

    private static ArchRule noCycles() {
        return slices().matching("..(domain|application|adapter)..").should().beFreeOfCycles();
    }

    private static ArchRule testsAreRun() {
        return methods()
                .that()
                .areAnnotatedWith(Test.class)
                .should()
                .beDeclaredInClassesThat()
                .haveNameMatching(".*(Spec|Test|IT)(\\$.*)?")
                .because("the build runs only classes of these names");
    }

    private static ArchCondition<JavaClass> beImmutable() {
        return new ArchCondition<>("be a record, an enum, an interface or a final class without changing fields") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var constants = item.getFields().stream()
                        .allMatch(f -> f.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.FINAL));
                if (!(item.isRecord() || item.isEnum() || item.isInterface() || constants)) {
                    events.add(SimpleConditionEvent.violated(item, item.getFullName() + " can change"));
                }
            }
        };
    }
}
