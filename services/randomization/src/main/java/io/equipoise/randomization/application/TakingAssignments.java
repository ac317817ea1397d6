package io.equipoise.randomization.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.randomization.domain.AllocationCommand.TakeAssignment;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Assignment;
import io.equipoise.randomization.domain.Moment;
import java.util.Optional;

/**
 * Another system decides what people get and tells it here (domain rules 5.3). The same decision told again is the same: it
 * is known by that system's own number, which the journal does not show, as such numbers may tell arms.
 */
public final class TakingAssignments {
    private final Studies studies;
    private final People people;
    private final Allocations allocations;
    private final Fingerprints fingerprints;

    public TakingAssignments(Studies studies, People people, Allocations allocations, Fingerprints fingerprints) {
        this.studies = studies;
        this.people = people;
        this.allocations = allocations;
        this.fingerprints = fingerprints;
    }

    /** Empty where nobody of the study can be meant: a subject is named as here, or without its study. */
    public Optional<SubjectId> subject(String study, String subjectKey) {
        return SubjectId.parse(subjectKey)
                .or(() -> SubjectId.parse(study + "-" + subjectKey))
                .filter(subject -> subject.study().equals(study));
    }

    /** The name under which the decision with that number is known. */
    public String command(String study, String randomizationId) {
        return "assignment-" + fingerprints.keyed(study, "randomizationId\n" + randomizationId);
    }

    public Outcome<AllocationEvent> take(SubjectId subject, Assignment assignment, Attribution by) {
        var study = studies.find(subject.study());
        if (study.isEmpty()) {
            return Allocations.studyUnknown();
        }
        var zone = study.get().zoneOf(subject.site());
        if (zone.isEmpty()) {
            return Allocations.siteNotOpen(subject.site());
        }
        var told = new Moment(by.recordedAt(), zone.get());
        var decided = "assignment\n" + subject + "\n" + assignment.arm();
        return allocations.handle(
                subject.study(),
                new TakeAssignment(
                        people.find(subject),
                        study.get().underWay(),
                        assignment,
                        told,
                        study.get().holds()),
                by.withHappenedAt(assignment.assignedAt())
                        .withFingerprint(fingerprints.keyed(subject.study(), decided)));
    }
}
