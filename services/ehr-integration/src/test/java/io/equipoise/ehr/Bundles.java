package io.equipoise.ehr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bundles as a site's record system sends them; single quotes stand for double ones. */
public final class Bundles {
    public static final String PATIENT = resource("/fhir/Patient-example.json");
    public static final String EDSS = observation(
            "edss-1", "'system':'http://snomed.info/sct','code':'273554001'", "'valueQuantity':{'value':4.50}");
    public static final String DIAGNOSIS = observation(
            "dx-1",
            "'system':'http://loinc.org','code':'29308-4'",
            "'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'425500002'}]}");
    public static final String NO_RELAPSE = fact(
            "lastRelapseOn", "'valueCodeableConcept':{'coding':[{'system':'urn:equipoise:value','code':'NEVER'}]}");
    public static final String STEROID = fact("lastSteroidOn", "'valueDateTime':'2024-11-30T08:15:00+01:00'");
    public static final String NOT_HEALTHY = fact("healthyVolunteer", "'valueBoolean':false");
    public static final String WEIGHT = resource("/fhir/Observation-example.json");
    public static final String CONSENT = quoted("{'resourceType':'Consent','status':'active',"
            + "'scope':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/consentscope','code':'research'}]},"
            + "'category':[{'text':'research'}],'patient':{'reference':'Patient/example'},'dateTime':'2025-03-03',"
            + "'policyRule':{'coding':[{'system':'urn:equipoise:consent-version','code':'1.0'}]}}");

    private Bundles() {}

    public static String subject(String number) {
        return quoted("{'resourceType':'ResearchSubject','status':'candidate','identifier':[{'system':"
                + "'urn:equipoise:subject','value':'" + number
                + "'}],'study':{'reference':'ResearchStudy/NCT07146087'},"
                + "'individual':{'reference':'Patient/example'}}");
    }

    public static String fact(String name, String value) {
        return observation("o-" + name, "'system':'urn:equipoise:fact','code':'" + name + "'", value);
    }

    public static String observation(String id, String coding, String value) {
        return quoted("{'resourceType':'Observation','id':'" + id + "','status':'final','code':{'coding':[{" + coding
                + "}]},'subject':{'reference':'Patient/example'},'effectiveDateTime':'2025-03-03'," + value + "}");
    }

    public static String condition(String code, String standing, String certainty) {
        return quoted("{'resourceType':'Condition','id':'c-" + code + "','subject':{'reference':'Patient/example'},"
                + "'recordedDate':'2025-03-03','clinicalStatus':{'coding':[{'system':"
                + "'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'" + standing
                + "'}]},'verificationStatus':{'coding':[{'system':"
                + "'http://terminology.hl7.org/CodeSystem/condition-ver-status','code':'" + certainty
                + "'}]},'code':{'coding':[{'system':'http://snomed.info/sct','code':'" + code + "'}]}}");
    }

    public static String medicine(String code, String status, String until, String asserted) {
        return quoted("{'resourceType':'MedicationStatement','id':'m-" + until + "','status':'" + status
                + "','medicationCodeableConcept':{'coding':[{'system':'http://www.whocc.no/atc','code':'" + code
                + "'}]},'subject':{'reference':'Patient/example'},'effectivePeriod':{'end':'" + until
                + "'},'dateAsserted':'" + asserted + "'}");
    }

    public static String bundle(String... resources) {
        var entries = Stream.of(resources)
                .map(resource -> quoted("{'request':{'method':'POST','url':'X'},'resource':") + resource + "}")
                .collect(Collectors.joining(","));
        return quoted("{'resourceType':'Bundle','type':'transaction','timestamp':'2025-03-04T10:00:00Z','entry':[")
                + entries + "]}";
    }

    public static String whole(String subject) {
        return bundle(
                List.of(subject(subject), PATIENT, CONSENT, EDSS, DIAGNOSIS, NO_RELAPSE, STEROID, NOT_HEALTHY, WEIGHT)
                        .toArray(String[]::new));
    }

    public static String quoted(String text) {
        return text.replace('\'', '"');
    }

    public static String resource(String name) {
        try (var in = Bundles.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
