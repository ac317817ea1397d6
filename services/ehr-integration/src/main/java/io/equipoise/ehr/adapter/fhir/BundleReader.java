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
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResearchSubject;
import org.jspecify.annotations.Nullable;

/** Understands a Bundle by a mapping: whose it is, which facts it tells, what it holds that nobody asked for. */
final class BundleReader {
    private static final List<String> FINAL = List.of("final", "amended", "corrected");

    private final Mapping mapping;
    private final Bundle bundle;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<Integer, Issue> unused = new TreeMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final List<ScreeningFact> facts = new ArrayList<>();
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
        for (int n = 0; n < bundle.getEntry().size(); n++) {
            switch (resource(n)) {
                case Patient known -> birthDate(n, known, asked, received);
                case ResearchSubject known -> belongs(known.getIndividual(), n, "individual");
                case Observation observation -> observation(n, observation, asked);
                case Consent given -> consent(n, given);
                case Resource other -> leaveOut(n, "", "Resources of this kind are not used here.");
            }
        }
        if (!issues.isEmpty()) {
            throw new Wrong(422, issues);
        }
        return new Reading(subject, identity(patient), List.copyOf(facts), consent, Map.copyOf(places), unused);
    }

    private void birthDate(int n, Patient patient, Map<String, Asked> asked, LocalDate received) {
        var day = Values.day(patient.getBirthDateElement());
        if (!asked.containsKey("birthDate") || day.isEmpty()) {
            leaveOut(n, ".birthDate", "No whole day of birth is told, or the study does not ask for it.");
            return;
        }
        var told = Values.day(bundle.getTimestampElement()).orElse(received);
        take(n, new ScreeningFact("birthDate", day.get().toString(), told, "Patient"));
    }

    private void observation(int n, Observation observation, Map<String, Asked> asked) {
        belongs(observation.getSubject(), n, "subject");
        var fact = mapping.fact(observation.getCode());
        var form = fact.map(asked::get);
        var day = Values.day(observation.getEffective());
        if (!FINAL.contains(String.valueOf(observation.getStatusElement().getValueAsString()))) {
            leaveOut(n, ".status", "Only final, amended and corrected observations are used.");
        } else if (fact.isEmpty()) {
            leaveOut(n, ".code", "No coding is mapped to a fact by " + mapping.mapping() + ".");
        } else if (form.isEmpty()) {
            leaveOut(n, ".code", "The study does not ask for the fact " + fact.get() + ".");
        } else if (day.isEmpty()) {
            leaveOut(n, ".effective", "The whole day of the observation is not told.");
        } else {
            new Values(mapping)
                    .of(observation.getValue(), form.get())
                    .ifPresentOrElse(
                            value -> take(n, new ScreeningFact(fact.get(), value, day.get(), source(n, observation))),
                            () -> leaveOut(n, ".value", "The value is not a " + form.get().type() + " as the study asks for."));
        }
    }

    private void consent(int n, Consent given) {
        belongs(given.getPatient(), n, "patient");
        var scope = mapping.consentScope();
        var version = Stream.concat(
                        given.getIdentifier().stream()
                                .filter(identifier -> mapping.consentVersionSystem().equals(identifier.getSystem()))
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
                        .map(identifier -> new Identity.Number(
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

    private static String source(int n, Observation observation) {
        var id = observation.getIdElement().getIdPart();
        return "Observation/" + (id == null ? "entry-" + n : id);
    }

    /** Whatever a Bundle tells, it tells of its one patient. */
    private void belongs(Reference reference, int n, String element) {
        int patient = only(Patient.class);
        var told = Objects.requireNonNullElse(reference.getReference(), "");
        var whole = Objects.requireNonNullElse(bundle.getEntry().get(patient).getFullUrl(), "");
        var id = resource(patient).getIdElement().getIdPart();
        if (told.isEmpty() || !told.equals(whole) && !(id != null && told.equals("Patient/" + id))) {
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
