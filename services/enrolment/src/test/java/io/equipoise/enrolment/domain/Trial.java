package io.equipoise.enrolment.domain;

import io.equipoise.contracts.SubjectId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The study of the specifications: NCT07146087 with its assumptions, two sites, and the people who come to them. */
public final class Trial {
    public static final String NCT = "NCT07146087";
    public static final SubjectId ANNA = new SubjectId(NCT, "01", 1);
    public static final SubjectId BORIS = new SubjectId(NCT, "01", 2);
    public static final SubjectId CLARA = new SubjectId(NCT, "02", 1);

    public static final LocalDate SCREENED = LocalDate.of(2026, 5, 31);
    public static final LocalDate ENROLLED = LocalDate.of(2026, 6, 8);
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    public static final FactDefinition BIRTH = fact("birthDate", "Date of birth", FactType.DATE);
    public static final FactDefinition DIAGNOSIS = new FactDefinition(
            "diagnosis",
            "Diagnosis",
            FactType.CODE,
            List.of("PRIMARY_PROGRESSIVE_MS", "SECONDARY_PROGRESSIVE_MS", "RELAPSING_REMITTING_MS", "OTHER", "NONE"),
            List.of(),
            null,
            null);
    public static final FactDefinition EDSS = new FactDefinition(
            "edss",
            "Expanded Disability Status Scale",
            FactType.SCORE,
            List.of(),
            Stream.of(
                            "0", "1.0", "1.5", "2.0", "2.5", "3.0", "3.5", "4.0", "4.5", "5.0", "5.5", "6.0", "6.5",
                            "7.0", "7.5", "8.0", "8.5", "9.0", "9.5", "10.0")
                    .map(BigDecimal::new)
                    .toList(),
            new BigDecimal("0"),
            new BigDecimal("10"));
    public static final FactDefinition RELAPSE = fact("lastRelapseOn", "Most recent relapse", FactType.DATE_OR_NEVER);
    public static final FactDefinition STEROID =
            fact("lastSteroidOn", "Most recent corticosteroid treatment", FactType.DATE_OR_NEVER);
    public static final FactDefinition HEALTHY = fact("healthyVolunteer", "Healthy volunteer", FactType.YES_NO);
    public static final FactDefinition NEUROLOGICAL =
            fact("otherNeurological", "Other significant neurological disorder", FactType.YES_NO);
    public static final FactDefinition AUTOIMMUNE =
            fact("autoimmune", "Other significant autoimmune disorder", FactType.YES_NO);
    public static final FactDefinition INFECTION = fact("activeInfection", "Active infection", FactType.YES_NO);
    public static final FactDefinition MALIGNANCY = fact("malignancy", "Malignancy", FactType.YES_NO);
    public static final FactDefinition UNCONTROLLED =
            fact("uncontrolledDisease", "Uncontrolled systemic disease", FactType.YES_NO);

    public static final List<Rule> RULES = List.of(
            new Rule(
                    "AGE",
                    "INCLUSION",
                    "18 to 65 years",
                    "completedYears(fact.birthDate, screenedOn) >= 18"
                            + " && completedYears(fact.birthDate, screenedOn) <= 65"),
            new Rule(
                    "DIAGNOSIS",
                    "INCLUSION",
                    "confirmed progressive MS, primary or secondary",
                    "fact.diagnosis in [\"PRIMARY_PROGRESSIVE_MS\", \"SECONDARY_PROGRESSIVE_MS\"]"),
            new Rule("EDSS", "INCLUSION", "EDSS 3.0 to 6.5", "fact.edss >= 3.0 && fact.edss <= 6.5"),
            new Rule(
                    "NO_RECENT_RELAPSE",
                    "EXCLUSION",
                    "relapse within 3 months before screening",
                    "!withinMonthsBefore(fact.lastRelapseOn, 3, screenedOn)"),
            new Rule(
                    "NO_RECENT_STEROID",
                    "EXCLUSION",
                    "corticosteroid treatment within 3 months before screening",
                    "!withinMonthsBefore(fact.lastSteroidOn, 3, screenedOn)"),
            new Rule("NO_HEALTHY_VOLUNTEERS", "EXCLUSION", "No Healthy Volunteers", "!fact.healthyVolunteer"),
            new Rule(
                    "NO_OTHER_NEUROLOGICAL",
                    "EXCLUSION",
                    "other significant neurological disorder",
                    "!fact.otherNeurological"),
            new Rule("NO_AUTOIMMUNE", "EXCLUSION", "other significant autoimmune disorder", "!fact.autoimmune"),
            new Rule("NO_ACTIVE_INFECTION", "EXCLUSION", "active infection", "!fact.activeInfection"),
            new Rule("NO_MALIGNANCY", "EXCLUSION", "malignancy", "!fact.malignancy"),
            new Rule(
                    "NO_UNCONTROLLED_DISEASE",
                    "EXCLUSION",
                    "uncontrolled systemic disease",
                    "!fact.uncontrolledDisease"));

    public static final List<FactDefinition> FACTS = List.of(
            BIRTH,
            DIAGNOSIS,
            EDSS,
            RELAPSE,
            STEROID,
            HEALTHY,
            NEUROLOGICAL,
            AUTOIMMUNE,
            INFECTION,
            MALIGNANCY,
            UNCONTROLLED);

    public static final List<AssessmentDefinition> ASSESSMENTS = List.of(
            new AssessmentDefinition("EDSS", "Expanded Disability Status Scale", null, false),
            new AssessmentDefinition("SYMPTOMS", "Symptoms as the patient reports them", null, false),
            new AssessmentDefinition(
                    "DAILY_FUNCTIONING", "Daily functioning", new Instrument("Barthel Index", "1965"), false),
            new AssessmentDefinition("NEUROCOGNITIVE", "Neurocognitive testing", null, true),
            new AssessmentDefinition("CEREBROSPINAL_FLUID", "Biomarkers in cerebrospinal fluid", null, false));

    public static final Protocol PROTOCOL = new Protocol(
            NCT,
            2,
            AgeConvention.COMPLETED_YEARS_INCLUSIVE,
            WashoutBoundary.EXCLUDES_WHEN_ON_BOUNDARY,
            FACTS,
            RULES,
            List.of(new ConsentVersion("1.0", LocalDate.of(2025, 1, 1))),
            List.of("IMAGE_PUBLICATION"),
            20,
            List.of(),
            Admission.SILENT,
            ASSESSMENTS);

    public static final Site WARD = new Site("01", ZoneId.of("Europe/Berlin"), 20, LocalDate.of(2025, 2, 10));
    public static final Site CLINIC = new Site("02", ZoneId.of("Asia/Tokyo"), null, LocalDate.of(2026, 1, 15));
    public static final Study STUDY = study(PROTOCOL);

    /** Images may be published, and may no longer. */
    public static final SubjectEvent SHOWN =
            new SubjectEvent.ConsentScopesGiven(ANNA, List.of("IMAGE_PUBLICATION"), SCREENED);

    public static final SubjectEvent HIDDEN =
            new SubjectEvent.ConsentScopesWithdrawn(ANNA, List.of("IMAGE_PUBLICATION"), ENROLLED, "changed her mind");

    private Trial() {}

    public static Study study(Protocol protocol) {
        return study(protocol, Recruitment.RECRUITING);
    }

    public static Study study(Protocol protocol, Recruitment status) {
        return new Study(
                protocol,
                List.of(new Activation(protocol.version(), LocalDate.of(2025, 2, 3))),
                new Standing(status, "2025-02-03", null),
                List.of(WARD, CLINIC));
    }

    public static Fact seen(FactDefinition fact, String value) {
        return new Fact(fact.fact(), value, SCREENED, "clinic");
    }

    /** What makes a person eligible under the definition. */
    public static List<Fact> eligibleFacts() {
        return List.of(
                seen(BIRTH, "1980-05-17"),
                seen(DIAGNOSIS, "PRIMARY_PROGRESSIVE_MS"),
                seen(EDSS, "4.5"),
                seen(RELAPSE, "NEVER"),
                seen(STEROID, "2025-11-02"),
                seen(HEALTHY, "NO"),
                seen(NEUROLOGICAL, "NO"),
                seen(AUTOIMMUNE, "NO"),
                seen(INFECTION, "NO"),
                seen(MALIGNANCY, "NO"),
                seen(UNCONTROLLED, "NO"));
    }

    private static FactDefinition fact(String name, String title, FactType type) {
        return new FactDefinition(name, title, type, List.of(), List.of(), null, null);
    }
}
