package io.equipoise.ehr.adapter.fhir;

import io.equipoise.contracts.SubjectId;
import io.equipoise.ehr.application.AskedFacts.Asked;
import io.equipoise.ehr.domain.GivenConsent;
import io.equipoise.ehr.domain.Identity;
import io.equipoise.ehr.domain.ScreeningFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ResearchSubject;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Understands a Bundle by a mapping: whose it is, which facts it tells, what it holds that nobody asked for. */
final class BundleReader {
    private final Mapping mapping;
    private final Bundle bundle;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<Integer, Issue> unused = new TreeMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final List<ScreeningFact> facts = new ArrayList<>();
    private final Map<Integer, ScreeningFact> diagnoses = new TreeMap<>();
    private final Map<Integer, ScreeningFact> medicines = new TreeMap<>();
    private @Nullable GivenConsent consent;

    BundleReader(Mapping mapping, Bundle bundle) {
        this.mapping = mapping;
        this.bundle = bundle;
    }

    /** Whose record this is. @throws Wrong where the Bundle does not say so, once, and of one patient */
    SubjectId subject() {
        int at = only(ResearchSubject.class);
        var place = place(at) + ".identifier";
        var subject = (ResearchSubject) resource(at);
        return subject.getIdentifier().stream()
                .flatMap(identifier -> candidates(identifier.getValue(), subject.getStudy()))
                .flatMap(text -> SubjectId.parse(text).stream())
                .findFirst()
                .orElseThrow(() -> new Wrong(
                        422, "SUBJECT_MISSING", place, "A ResearchSubject is identified by its subject number."));
    }

    /** The whole number, or the number within the study that the resource refers to. */
    private static Stream<String> candidates(@Nullable String value, Reference study) {
        var referred = study.getIdentifier().hasValue()
                ? study.getIdentifier().getValue()
                : Objects.requireNonNullElse(study.getReferenceElement().getIdPart(), "");
        return value == null ? Stream.empty() : Stream.of(value, referred + "-" + value);
    }

    /** @throws Wrong naming every reference that leads to somebody else */
    Reading read(Map<String, Asked> asked, LocalDate received) {
        var subject = subject();
        int patientAt = only(Patient.class);
        var patient = (Patient) resource(patientAt);
        places.put("/patient", place(patientAt));
        var resources = new Resources(mapping, asked);
        var day = Values.day(bundle.getTimestampElement()).orElse(received);
        for (int n = 0; n < bundle.getEntry().size(); n++) {
            switch (resource(n)) {
                case Patient known -> {
                    settle(n, resources.birthDate(known, day));
                    int at = n;
                    resources.sex(known, day).ifPresent(told -> settle(at, told));
                }
                case ResearchSubject known -> belongs(known.getIndividual(), n, "individual");
                case Observation observation -> {
                    belongs(observation.getSubject(), n, "subject");
                    settle(n, resources.observation(n, observation));
                }
                case Condition condition -> {
                    belongs(condition.getSubject(), n, "subject");
                    consider(diagnoses, n, resources.condition(n, condition));
                }
                case MedicationStatement medicine -> {
                    belongs(medicine.getSubject(), n, "subject");
                    consider(medicines, n, resources.medicine(n, medicine));
                }
                case Consent given -> consent(n, given);
                case Resource other -> leaveOut(n, "", "Resources of this kind are not used here.");
            }
        }
        oneDiagnosis();
        lastMedicines();
        if (!issues.isEmpty()) {
            throw new Wrong(422, issues);
        }
        return new Reading(subject, identity(patient), List.copyOf(facts), consent, Map.copyOf(places), unused);
    }

    private void settle(int n, Told told) {
        switch (told) {
            case Told.Taken(var fact) -> take(n, fact);
            case Told.LeftOut(var element, var why) -> leaveOut(n, element, why);
        }
    }

    private void consider(Map<Integer, ScreeningFact> candidates, int n, Told told) {
        switch (told) {
            case Told.Taken(var fact) -> candidates.put(n, fact);
            case Told.LeftOut(var element, var why) -> leaveOut(n, element, why);
        }
    }

    /** Which of two different diagnoses is meant is a person's to say. */
    private void oneDiagnosis() {
        var values = diagnoses.values().stream().map(ScreeningFact::value).distinct();
        if (values.count() > 1) {
            diagnoses.keySet().forEach(n -> leaveOut(n, ".code", "More than one diagnosis of the study is told."));
        } else {
            diagnoses.forEach(this::take);
        }
    }

    /** Of several statements of one medicine the one that it was last taken by. */
    private void lastMedicines() {
        medicines.forEach((n, fact) -> {
            var later = medicines.values().stream()
                    .anyMatch(other ->
                            other.fact().equals(fact.fact()) && other.value().compareTo(fact.value()) > 0);
            if (later) {
                leaveOut(n, ".effective", "It was taken later, as another entry tells.");
            } else {
                take(n, fact);
            }
        });
    }

    private void consent(int n, Consent given) {
        belongs(given.getPatient(), n, "patient");
        var scope = mapping.consentScope();
        var version = Stream.concat(
                        given.getIdentifier().stream()
                                .filter(identifier ->
                                        mapping.consentVersionSystem().equals(identifier.getSystem()))
                                .map(identifier -> identifier.getValue()),
                        given.getPolicyRule().getCoding().stream()
                                .filter(coding -> mapping.consentVersionSystem().equals(coding.getSystem()))
                                .map(coding -> coding.getCode()))
                .filter(Objects::nonNull)
                .findFirst();
        var day = Values.day(given.getDateTimeElement());
        if (!given.getScope().hasCoding(scope.system(), scope.code())) {
            leaveOut(n, ".scope", "This is not a consent to research.");
        } else if (given.getStatus() != Consent.ConsentState.ACTIVE
                || given.getProvision().getType() == Consent.ConsentProvisionType.DENY) {
            leaveOut(n, ".status", "The consent is not in force.");
        } else if (version.isEmpty()) {
            leaveOut(n, ".identifier", "Which version of the document was consented to is not told.");
        } else if (day.isEmpty()) {
            leaveOut(n, ".dateTime", "The whole day of the consent is not told.");
        } else if (consent != null) {
            leaveOut(n, "", "A Bundle tells one consent.");
        } else {
            consent = new GivenConsent(version.get(), day.get());
            places.put("/consent", place(n));
        }
    }

    private static Identity identity(Patient patient) {
        return new Identity(
                patient.getIdentifier().stream()
                        .filter(identifier -> identifier.hasValue())
                        .map(identifier -> new Identity.RecordNumber(
                                Objects.requireNonNullElse(identifier.getSystem(), ""), identifier.getValue()))
                        .toList(),
                patient.getName().stream()
                        .map(name -> name.getNameAsSingleString().strip())
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList(),
                Values.day(patient.getBirthDateElement()).orElse(null));
    }

    private void take(int n, ScreeningFact fact) {
        places.put("/facts/" + facts.size(), place(n));
        facts.add(fact);
    }

    private void leaveOut(int n, String element, String why) {
        unused.put(n, new Issue("NOT_USED", place(n) + element, why));
    }

    /** Whatever a Bundle tells, it tells of its one patient. */
    private void belongs(Reference reference, int n, String element) {
        int patient = only(Patient.class);
        var told = Objects.requireNonNullElse(reference.getReference(), "");
        var whole = Objects.requireNonNullElse(bundle.getEntry().get(patient).getFullUrl(), "");
        var id = resource(patient).getIdElement().getIdPart();
        if (told.isEmpty() || !(told.equals(whole) || (id != null && told.equals("Patient/" + id)))) {
            issues.add(new Issue(
                    "ANOTHER_PATIENT", place(n) + "." + element, "This must refer to the Patient of the Bundle."));
        }
    }

    private int only(Class<? extends Resource> type) {
        int found = -1;
        for (int n = 0; n < bundle.getEntry().size(); n++) {
            if (type.isInstance(resource(n))) {
                if (found >= 0) {
                    throw new Wrong(422, "NOT_ONE", place(n), "A Bundle holds one " + type.getSimpleName() + ".");
                }
                found = n;
            }
        }
        if (found < 0) {
            throw new Wrong(422, "NOT_ONE", "Bundle.entry", "A Bundle holds one " + type.getSimpleName() + ".");
        }
        return found;
    }

    private Resource resource(int n) {
        return bundle.getEntry().get(n).getResource();
    }

    private static String place(int n) {
        return "Bundle.entry[" + n + "].resource";
    }
}
