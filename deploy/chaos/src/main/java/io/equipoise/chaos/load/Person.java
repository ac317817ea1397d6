package io.equipoise.chaos.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody invented who fits the study, as a site types it in or as a hospital's record system sends it. */
record Person(String screenedOn, Map<String, String> facts) {

    static Person fitting(Study study) {
        var screened = study.today().minusDays(60);
        var facts = new LinkedHashMap<String, String>();
        facts.put("birthDate", screened.minusYears(40).toString());
        facts.put("diagnosis", "SECONDARY_PROGRESSIVE_MS");
        facts.put("edss", "4.5");
        facts.put("lastRelapseOn", screened.minusMonths(8).toString());
        facts.put("lastSteroidOn", "NEVER");
        for (var no : List.of(
                "healthyVolunteer",
                "otherNeurological",
                "autoimmune",
                "activeInfection",
                "malignancy",
                "uncontrolledDisease")) {
            facts.put(no, "NO");
        }
        return new Person(screened.toString(), facts);
    }

    Map<String, Object> typedIn() {
        var list = new ArrayList<Map<String, String>>();
        facts.forEach((fact, value) ->
                list.add(Map.of("fact", fact, "value", value, "observedOn", screenedOn, "source", "source document")));
        return Map.of("facts", list);
    }

    /** One FHIR R4 transaction: patient, consent and observations. */
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
        facts.forEach((fact, value) -> {
            if (!fact.equals("birthDate")) {
                entries.add(entry(observation(fact, value)));
            }
        });
        return Map.of("resourceType", "Bundle", "type", "transaction", "entry", entries);
    }

    private Map<String, Object> consent() {
        var scope = Map.of("system", "http://terminology.hl7.org/CodeSystem/consentscope", "code", "research");
        return Map.of(
                "resourceType", "Consent",
                "id", "c",
                "status", "active",
                "scope", Map.of("coding", List.of(scope)),
                "category", List.of(Map.of("text", "research")),
                "patient", Map.of("reference", "Patient/p"),
                "dateTime", screenedOn,
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
        observation.put("effectiveDateTime", screenedOn);
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
