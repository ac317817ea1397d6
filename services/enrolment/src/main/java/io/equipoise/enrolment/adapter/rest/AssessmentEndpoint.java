package io.equipoise.enrolment.adapter.rest;

import io.equipoise.enrolment.application.Assessments;
import io.equipoise.enrolment.application.People;
import io.equipoise.enrolment.domain.AssessmentDefinition;
import io.equipoise.enrolment.domain.Change;
import io.equipoise.enrolment.domain.Examinations;
import io.equipoise.enrolment.domain.Examinations.Recorded;
import io.equipoise.enrolment.domain.Instrument;
import io.equipoise.enrolment.domain.Measurement;
import io.equipoise.enrolment.domain.Occasion;
import io.equipoise.enrolment.domain.Puncture;
import io.equipoise.enrolment.domain.Reading;
import io.equipoise.enrolment.domain.Sample;
import io.equipoise.enrolment.domain.Subject;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Doors for what is measured of people, and by how much it changed. */
@RestController
class AssessmentEndpoint {
    private final Assessments assessments;
    private final People people;

    AssessmentEndpoint(Assessments assessments, People people) {
        this.assessments = assessments;
        this.people = people;
    }

    /** A number, a range from low to high, or a text. */
    record NewAssessment(
            String assessment,
            @Nullable String item,
            Occasion occasion,
            LocalDate on,
            @Nullable String number,
            @Nullable String low,
            @Nullable String high,
            @Nullable String text,
            @Nullable String unit,
            @Nullable String sample,
            String source,
            @Nullable String reason) {

        Measurement measurement() {
            if (number != null && (low != null || high != null)) {
                throw new Problem(
                        Refusal.invalid("VALUE_IMPOSSIBLE", "a reading is a number or a range, not both", "/number"));
            }
            var reading = new Reading(number == null ? low : number, number == null ? high : number, text, unit);
            return new Measurement(assessment, item, occasion, on, reading, sample, source);
        }

        void notTooLong() {
            Map.of("assessment", assessment, "source", source).forEach(Doors::notTooLong);
            Doors.notTooLongIfTold("item", item);
            Doors.notTooLongIfTold("text", text);
            Doors.notTooLongIfTold("unit", unit);
            Doors.notTooLongIfTold("sample", sample);
            Doors.notTooLongIfTold("reason", reason);
        }
    }

    /** @param gap why nothing can be recorded of it yet */
    record Planned(
            String assessment,
            String title,
            @Nullable Instrument instrument,
            @Nullable String gap) {}

    record Plan(String study, int version, List<Planned> assessments) {}

    record Changed(
            String subject,
            String assessment,
            @Nullable String item,
            Recorded baseline,
            Recorded latest,
            Reading change) {}

    @PostMapping("/api/subjects/{subject}/assessments")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> assessment(
            @PathVariable String subject, @RequestBody NewAssessment body, Caller caller, Attribution by) {
        body.notTooLong();
        var id = Doors.enter(subject, caller);
        return Answers.created(assessments.record(id, body.measurement(), body.reason(), by), Doors::told);
    }

    @PostMapping("/api/subjects/{subject}/punctures")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> puncture(
            @PathVariable String subject, @RequestBody Puncture body, Caller caller, Attribution by) {
        Map.of("puncture", body.puncture(), "needleGauge", body.needleGauge(), "spinalLevel", body.spinalLevel())
                .forEach(Doors::notTooLong);
        return Answers.created(assessments.record(Doors.enter(subject, caller), body, by), Doors::told);
    }

    @PostMapping("/api/subjects/{subject}/samples")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> sample(
            @PathVariable String subject, @RequestBody Sample body, Caller caller, Attribution by) {
        Doors.notTooLong("sample", body.sample());
        return Answers.created(assessments.record(Doors.enter(subject, caller), body, by), Doors::told);
    }

    @GetMapping("/api/subjects/{subject}/assessments")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.MONITOR})
    Examinations all(@PathVariable String subject, Caller caller) {
        return people.find(Doors.enter(subject, caller))
                .orElseThrow(() -> new Problem(Subject.unknown()))
                .examinations();
    }

    @GetMapping("/api/subjects/{subject}/assessments/{assessment}/change")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.MONITOR})
    Changed change(
            @PathVariable String subject,
            @PathVariable String assessment,
            @RequestParam(required = false) @Nullable String item,
            Caller caller) {
        return switch (assessments.change(Doors.enter(subject, caller), assessment, item)) {
            case Change.Known(var baseline, var latest, var by) ->
                new Changed(subject, assessment, item, baseline, latest, by);
            case Change.Refused(var reason) -> throw new Problem(reason);
        };
    }

    @GetMapping("/api/studies/{study}/assessments")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.MONITOR, Role.OPERATIONS})
    Plan planned(@PathVariable String study) {
        var protocol = people.study(study)
                .orElseThrow(() -> new Problem(People.unknownStudy(study)))
                .protocol();
        return new Plan(
                study,
                protocol.version(),
                protocol.assessments().stream().map(AssessmentEndpoint::planned).toList());
    }

    private static Planned planned(AssessmentDefinition known) {
        return new Planned(
                known.assessment(),
                known.title(),
                known.instrument(),
                known.gap().map(Refusal::detail).orElse(null));
    }
}
