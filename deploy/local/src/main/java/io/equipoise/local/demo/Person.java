package io.equipoise.local.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody invented who is screened: what is observed about them, fact by fact. */
record Person(LocalDate screenedOn, Map<String, String> facts) {
    private static final List<String> SCORES = List.of("3.0", "3.5", "4.0", "4.5", "5.0", "5.5", "6.0", "6.5");

    /** Somebody who fits; no two alike. */
    static Person fitting(int number, LocalDate screenedOn) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(
                "birthDate",
                screenedOn.minusYears(24 + number * 2L).minusDays(number * 13L).toString());
        facts.put("diagnosis", number % 3 == 0 ? "PRIMARY_PROGRESSIVE_MS" : "SECONDARY_PROGRESSIVE_MS");
        facts.put("edss", SCORES.get(number % SCORES.size()));
        facts.put(
                "lastRelapseOn",
                number % 2 == 0 ? "NEVER" : screenedOn.minusMonths(8).toString());
        facts.put("lastSteroidOn", number % 4 == 0 ? screenedOn.minusMonths(5).toString() : "NEVER");
        for (var no : List.of(
                "healthyVolunteer",
                "otherNeurological",
                "autoimmune",
                "activeInfection",
                "malignancy",
                "uncontrolledDisease")) {
            facts.put(no, "NO");
        }
        return new Person(screenedOn, facts);
    }

    Person with(String fact, String value) {
        var other = new LinkedHashMap<>(facts);
        other.put(fact, value);
        return new Person(screenedOn, other);
    }

    /** As a site types them in. */
    Map<String, Object> typedIn() {
        var list = new ArrayList<Map<String, String>>();
        facts.forEach((fact, value) -> list.add(Map.of(
                "fact", fact, "value", value, "observedOn", screenedOn.toString(), "source", "source document")));
        return Map.of("facts", list);
    }

    /** As a hospital's record system sends them: one FHIR R4 transaction, patient and consent included. */
    Map<String, Object> bundle(String study, String subject) {
        var entries = new ArrayList<Map<String, Object>>();
        entries.add(entry(Map.of(
                "resourceType",
                "Patient",
                "id",
                "p",
                "name",
                List.of(Map.of("family", "Invented", "given", List.of("Person"))),
                "birthDate",
                facts.getOrDefault("birthDate", ""))));
        entries.add(entry(Map.of(
                "resourceType",
                "ResearchSubject",
                "id",
                "s",
                "status",
                "screening",
                "identifier",
                List.of(Map.of("system", "urn:equipoise:subject", "value", subject)),
                "study",
                Map.of("identifier", Map.of("value", study)),
                "individual",
                Map.of("reference", "Patient/p"))));
        entries.add(entry(consent()));
        facts.entrySet().stream()
                .filter(fact -> !fact.getKey().equals("birthDate"))
                .forEach(fact -> entries.add(entry(observation(fact.getKey(), fact.getValue()))));
        return Map.of("resourceType", "Bundle", "type", "transaction", "entry", entries);
    }

    private Map<String, Object> consent() {
        return Map.of(
                "resourceType", "Consent",
                "id", "c",
                "status", "active",
                "scope",
                        Map.of(
                                "coding",
                                List.of(Map.of(
                                        "system",
                                        "http://terminology.hl7.org/CodeSystem/consentscope",
                                        "code",
                                        "research"))),
                "category", List.of(Map.of("text", "research")),
                "patient", Map.of("reference", "Patient/p"),
                "dateTime", screenedOn.toString(),
                "identifier", List.of(Map.of("system", "urn:equipoise:consent-version", "value", "1.0")),
                "policyRule", Map.of("text", "research"));
    }

    private Map<String, Object> observation(String fact, String value) {
        var observation = new LinkedHashMap<String, Object>();
        observation.put("resourceType", "Observation");
        observation.put("id", fact);
        observation.put("status", "final");
        observation.put("code", Map.of("coding", List.of(Map.of("system", "urn:equipoise:fact", "code", fact))));
        observation.put("subject", Map.of("reference", "Patient/p"));
        observation.put("effectiveDateTime", screenedOn.toString());
        if (fact.equals("edss")) {
            observation.put("valueQuantity", Map.of("value", new BigDecimal(value)));
        } else if (fact.startsWith("last") && !value.equals("NEVER")) {
            observation.put("valueDateTime", value);
        } else {
            var coding = Map.of("system", "urn:equipoise:value", "code", value);
            observation.put("valueCodeableConcept", Map.of("coding", List.of(coding)));
        }
        return observation;
    }

    private static Map<String, Object> entry(Map<String, Object> resource) {
        return Map.of("resource", resource, "request", Map.of("method", "POST", "url", resource.get("resourceType")));
    }
}
