package io.equipoise.ehr.adapter.fhir;

import io.equipoise.ehr.adapter.fhir.Told.LeftOut;
import io.equipoise.ehr.adapter.fhir.Told.Taken;
import io.equipoise.ehr.application.AskedFacts.Asked;
import io.equipoise.ehr.domain.ScreeningFact;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Reads of single resources what a study asks for. What one does not say is said of nobody: there is no fact then. */
record Resources(Mapping mapping, Map<String, Asked> asked) {
    private static final List<String> FINAL = List.of("final", "amended", "corrected");
    private static final String STANDING = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private static final String CERTAINTY = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    private static final String SEX = "sex";

    Told birthDate(Patient patient, LocalDate told) {
        var day = Values.day(patient.getBirthDateElement());
        return !asked.containsKey("birthDate") || day.isEmpty()
                ? new LeftOut(".birthDate", "No whole day of birth is told, or the study does not ask for it.")
                : new Taken(new ScreeningFact("birthDate", day.get().toString(), told, "Patient"));
    }

    /** Nothing where the study does not ask for it. */
    Optional<Told> sex(Patient patient, LocalDate told) {
        var form = asked.get(SEX);
        if (form == null) {
            return Optional.empty();
        }
        var code = patient.hasGender() ? patient.getGender().toCode().toUpperCase(Locale.ROOT) : "";
        return Optional.of(
                form.codes().contains(code)
                        ? new Taken(new ScreeningFact(SEX, code, told, "Patient"))
                        : new LeftOut(".gender", "No sex is told that the study has a code for."));
    }

    Told observation(int n, Observation observation) {
        var fact = mapping.fact(observation.getCode());
        var form = fact.map(code -> asked.get(code.fact()));
        var day = Values.day(observation.getEffective());
        if (!FINAL.contains(String.valueOf(observation.getStatusElement().getValueAsString()))) {
            return new LeftOut(".status", "Only final, amended and corrected observations are used.");
        }
        if (fact.isEmpty()) {
            return unmapped();
        }
        if (form.isEmpty()) {
            return notAsked(fact.get().fact());
        }
        if (day.isEmpty()) {
            return new LeftOut(".effective", "The whole day of the observation is not told.");
        }
        return new Values(mapping)
                .of(observation.getValue(), form.get(), fact.get().unit())
                .<Told>map(value ->
                        new Taken(new ScreeningFact(fact.get().fact(), value, day.get(), source(n, observation))))
                .orElseGet(() ->
                        new LeftOut(".value", "The value is not a " + form.get().type() + " as the study asks for."));
    }

    /** Only what is confirmed and active: a suspicion and a past disease are no diagnosis. */
    Told condition(int n, Condition condition) {
        var fact = mapping.conditionFact();
        var form = fact == null ? null : asked.get(fact);
        var day = Values.day(condition.getRecordedDateElement());
        if (fact == null || form == null) {
            return new LeftOut(".code", "The study does not ask for a diagnosis, or conditions are not used here.");
        }
        if (!condition.getVerificationStatus().hasCoding(CERTAINTY, "confirmed")) {
            return new LeftOut(".verificationStatus", "Only confirmed conditions are used.");
        }
        if (!isActive(condition.getClinicalStatus())) {
            return new LeftOut(".clinicalStatus", "Only active conditions are used.");
        }
        if (day.isEmpty()) {
            return new LeftOut(".recordedDate", "The whole day on which it was recorded is not told.");
        }
        return new Values(mapping)
                .of(condition.getCode(), form, null)
                .<Told>map(value -> new Taken(new ScreeningFact(fact, value, day.get(), source(n, condition))))
                .orElseGet(() -> new LeftOut(".code", "It is none of the diagnoses that the study names."));
    }

    private static boolean isActive(CodeableConcept status) {
        return List.of("active", "recurrence", "relapse").stream().anyMatch(code -> status.hasCoding(STANDING, code));
    }

    /** The day on which a medicine was last taken, as far as this statement knows. */
    Told medicine(int n, MedicationStatement statement) {
        var fact = statement.hasMedicationCodeableConcept()
                ? mapping.medicine(statement.getMedicationCodeableConcept())
                : Optional.<Mapping.FactCode>empty();
        if (fact.isEmpty()) {
            return new LeftOut(".medication", "No coding is mapped to a fact by " + mapping.mapping() + ".");
        }
        var form = asked.get(fact.get().fact());
        if (form == null || !form.type().startsWith("DATE")) {
            return notAsked(fact.get().fact());
        }
        var asserted = Values.day(statement.getDateAssertedElement());
        var taken = lastTaken(statement, asserted);
        return taken.<Told>map(day -> new Taken(new ScreeningFact(
                        fact.get().fact(), day.toString(), asserted.orElse(day), source(n, statement))))
                .orElseGet(() ->
                        new LeftOut(".effective", "It does not tell the whole day on which the medicine was taken."));
    }

    /** What is being taken was taken on the day on which that was said. */
    private static Optional<LocalDate> lastTaken(MedicationStatement statement, Optional<LocalDate> asserted) {
        var status = statement.getStatus();
        if (status == MedicationStatementStatus.ACTIVE) {
            return asserted;
        }
        return status == MedicationStatementStatus.COMPLETED || status == MedicationStatementStatus.STOPPED
                ? Values.day(end(statement))
                : Optional.empty();
    }

    private static @Nullable DateTimeType end(MedicationStatement statement) {
        return switch (statement.getEffective()) {
            case DateTimeType day -> day;
            case Period period -> period.getEndElement();
            case null, default -> null;
        };
    }

    private Told unmapped() {
        return new LeftOut(".code", "No coding is mapped to a fact by " + mapping.mapping() + ".");
    }

    private static Told notAsked(String fact) {
        return new LeftOut(".code", "The study does not ask for the fact " + fact + ".");
    }

    private static String source(int n, Resource resource) {
        var id = resource.getIdElement().getIdPart();
        return resource.fhirType() + "/" + (id == null ? "entry-" + n : id);
    }
}
