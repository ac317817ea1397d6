package io.equipoise.studydesign.adapter.usdm;

import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.OpenValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The design of a study: arms and what they receive, the schedule, who may take part, what is to be found out. */
record DesignShape(Definition definition, Shapes shapes, InterventionShapes interventions, CriterionShapes criteria) {

    Map<String, Object> design() {
        var design = shapes.named("InterventionalStudyDesign", "DESIGN", definition.title());
        design.put("studyType", shapes.code(Coded.known("C98388", "Interventional Study")));
        design.put(
                "studyPhase",
                text("/phase").map(each -> shapes.alias(Coded.of(each))).orElse(null));
        Shapes.none(design, "therapeuticAreas", "estimands", "biospecimenRetentions", "documentVersionIds");
        Shapes.none(design, "analysisPopulations", "notes", "subTypes");
        design.put(
                "characteristics",
                text("/design/allocation")
                        .filter(each -> !each.equals("NOT_APPLICABLE"))
                        .map(each -> List.of(shapes.code(Coded.of(each))))
                        .orElse(List.of()));
        design.put("rationale", "not stated");
        structure(design);
        design.put("indications", indications());
        design.put("studyInterventionIds", interventions.ids());
        design.put("objectives", objectives());
        design.put("population", population());
        design.put("eligibilityCriteria", criteria.criteria());
        design.put(
                "model",
                text("/design/model").map(each -> shapes.code(Coded.of(each))).orElse(null));
        design.put(
                "intentTypes",
                text("/purpose")
                        .map(each -> List.of(shapes.code(Coded.of("PURPOSE_", each))))
                        .orElse(List.of()));
        design.put(
                "blindingSchema",
                text("/design/masking")
                        .map(each -> shapes.alias(Coded.of("MASKING_", each)))
                        .orElse(null));
        return design;
    }

    private void structure(Map<String, Object> design) {
        var epoch = shapes.named("StudyEpoch", "STUDY", "The whole study");
        epoch.put("type", shapes.code(Coded.known("C101526", "Treatment Epoch")));
        Shapes.none(epoch, "notes");
        Shapes.chain(List.of(epoch));
        var arms = new ArrayList<Map<String, Object>>();
        var elements = new ArrayList<Map<String, Object>>();
        var cells = new ArrayList<Map<String, Object>>();
        for (var said : definition.list("/design/arms")) {
            var arm = arm(said);
            arms.add(arm);
            var element = shapes.named("StudyElement", "ELEMENT_" + said.get("arm"), String.valueOf(said.get("title")));
            Shapes.nothing(element, "transitionStartRule", "transitionEndRule");
            element.put("studyInterventionIds", interventions.of(said.get("product")));
            Shapes.none(element, "notes");
            elements.add(element);
            var cell = shapes.of("StudyCell");
            cell.put("armId", Shapes.id(arm));
            cell.put("epochId", Shapes.id(epoch));
            cell.put("elementIds", List.of(Shapes.id(element)));
            cells.add(cell);
        }
        var schedule = new ScheduleShapes(definition, shapes, Shapes.id(epoch));
        design.put("arms", arms);
        design.put("epochs", List.of(epoch));
        design.put("elements", elements);
        design.put("studyCells", cells);
        design.put("encounters", schedule.encounters());
        design.put("activities", schedule.activities());
        design.put("scheduleTimelines", schedule.timelines());
    }

    private Map<String, Object> arm(Map<String, Object> said) {
        var arm = shapes.named("StudyArm", String.valueOf(said.get("arm")), String.valueOf(said.get("title")));
        arm.put(
                "type",
                shapes.code(said.get("role") instanceof String role ? Coded.of(role) : Coded.own("ARM", "Arm")));
        arm.put("dataOriginDescription", "Data collected from subjects");
        arm.put("dataOriginType", shapes.code(Coded.known("C188866", "Data Generated Within Study")));
        Shapes.none(arm, "populationIds", "notes");
        return arm;
    }

    private List<Map<String, Object>> indications() {
        var said = definition.known("/conditions").map(OpenValue::value).orElse(List.of());
        return said instanceof List<?> list
                ? list.stream()
                        .map(each -> {
                            var indication = shapes.named("Indication", String.valueOf(each), String.valueOf(each));
                            indication.put("isRareDisease", false);
                            Shapes.none(indication, "codes", "notes");
                            return indication;
                        })
                        .toList()
                : List.of();
    }

    private List<Map<String, Object>> objectives() {
        return definition.list("/outcomes/value").stream()
                .map(outcome -> {
                    var kind = String.valueOf(outcome.get("kind"));
                    var name = String.valueOf(outcome.get("outcome"));
                    var endpoint = shapes.named("Endpoint", name, null);
                    endpoint.put("text", outcome.get("text"));
                    endpoint.put("purpose", "");
                    endpoint.put("level", shapes.code(Coded.of("ENDPOINT_", kind)));
                    Shapes.nothing(endpoint, "dictionaryId");
                    Shapes.none(endpoint, "notes");
                    var objective = shapes.named("Objective", "OBJECTIVE_" + name, null);
                    objective.put("text", "not stated apart from its endpoint");
                    objective.put("level", shapes.code(Coded.of("OBJECTIVE_", kind)));
                    Shapes.nothing(objective, "dictionaryId");
                    objective.put("endpoints", List.of(endpoint));
                    Shapes.none(objective, "notes");
                    return objective;
                })
                .toList();
    }

    private Map<String, Object> population() {
        var population = shapes.named("StudyDesignPopulation", "POPULATION", "Population");
        var healthy = text("/eligibility/healthyVolunteers");
        population.put(
                "includesHealthySubjects",
                healthy.map(each -> !each.equals("REFUSED")).orElse(null));
        population.put(
                "plannedEnrollmentNumber",
                text("/design/target")
                        .map(each -> shapes.quantity(new BigDecimal(each), null))
                        .orElse(null));
        Shapes.nothing(population, "plannedCompletionNumber", "plannedAge");
        population.put("plannedSex", text("/eligibility/sex").map(this::sex).orElse(List.of()));
        population.put("criterionIds", criteria.ids());
        Shapes.none(population, "notes", "cohorts");
        return population;
    }

    private List<Map<String, Object>> sex(String word) {
        return List.of(shapes.code(
                switch (word) {
                    case "ALL" -> Coded.known("C49636", "Both");
                    case "FEMALE" -> Coded.known("C16576", "Female");
                    default -> Coded.known("C20197", "Male");
                }));
    }

    private Optional<String> text(String pointer) {
        return definition.known(pointer).map(OpenValue::value).map(String::valueOf);
    }
}
