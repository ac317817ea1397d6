package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.CaseFact.CaseAmended;
import io.equipoise.adverseevent.domain.CaseFact.CaseAuthoritiesChanged;
import io.equipoise.adverseevent.domain.CaseFact.CaseClockAtRisk;
import io.equipoise.adverseevent.domain.CaseFact.CaseDifferenceExplained;
import io.equipoise.adverseevent.domain.CaseFact.CaseDuplicateMerged;
import io.equipoise.adverseevent.domain.CaseFact.CaseEventTaken;
import io.equipoise.adverseevent.domain.CaseFact.CaseFileAttached;
import io.equipoise.adverseevent.domain.CaseFact.CaseInformationReceived;
import io.equipoise.adverseevent.domain.CaseFact.CaseMergedInto;
import io.equipoise.adverseevent.domain.CaseFact.CaseNarrated;
import io.equipoise.adverseevent.domain.CaseFact.CaseNullified;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.CaseFact.CasePatientDescribed;
import io.equipoise.adverseevent.domain.CaseFact.CaseSubmissionAcknowledged;
import io.equipoise.adverseevent.domain.CaseFact.CaseSubmitted;
import io.equipoise.platform.Decider;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the sponsor knows and has reported of one subject's suspected reactions: everything that was ever recorded of the
 * case, in order, and what follows from it now.
 */
public record SafetyCase(List<CaseFact> facts) {
    public static final int LONGEST_ID = 100;
    public static final int LONGEST_NARRATIVE = 100_000;
    public static final Decider<SafetyCase, CaseCommand, SafetyFact> DECIDER = new Decider<>(
            new SafetyCase(List.of()), (state, command) -> new CaseDesk(state).decide(command), SafetyCase::evolve);

    public SafetyCase {
        facts = List.copyOf(facts);
    }

    /** Where the case's facts are kept. */
    public static String stream(String caseId) {
        return "case/" + caseId;
    }

    /** Empty where no such case was ever opened. */
    public Optional<CaseOpened> opened() {
        return all(CaseOpened.class).findFirst();
    }

    /** The events of the case, each as the case tells it now. */
    public List<CaseEvent> events() {
        var newest = new LinkedHashMap<String, CaseEvent>();
        opened().ifPresent(opened -> opened.events().forEach(event -> newest.put(event.event(), event)));
        all(CaseEventTaken.class).forEach(taken -> newest.put(taken.event().event(), taken.event()));
        return List.copyOf(newest.values());
    }

    /** Everything that was received, by number: the initial information first. */
    public List<CaseInformationReceived> information() {
        return all(CaseInformationReceived.class).toList();
    }

    /** By which profiles it is reported. */
    public List<String> authorities() {
        return all(CaseAuthoritiesChanged.class)
                .map(CaseAuthoritiesChanged::authorities)
                .reduce((earlier, later) -> later)
                .or(() -> opened().map(CaseOpened::authorities))
                .orElse(List.of());
    }

    /** What a valid report needs and nothing received so far holds (Annex III 2.3, point 10). */
    public List<MinimumCriterion> missing() {
        var missing = EnumSet.allOf(MinimumCriterion.class);
        information().forEach(each -> missing.removeAll(each.information().criteria()));
        return List.copyOf(missing);
    }

    public Optional<String> narrative() {
        return all(CaseNarrated.class).map(CaseNarrated::narrative).reduce((earlier, later) -> later);
    }

    /** What a report tells of the person; NONE where nobody told the office anything. */
    public PatientCharacteristics patient() {
        return all(CasePatientDescribed.class)
                .map(CasePatientDescribed::patient)
                .reduce((earlier, later) -> later)
                .orElse(PatientCharacteristics.NONE);
    }

    public List<CaseFileAttached> files() {
        return all(CaseFileAttached.class).toList();
    }

    public List<CaseAmended> amendments() {
        return all(CaseAmended.class).toList();
    }

    public Optional<CaseNullified> nullified() {
        return all(CaseNullified.class).findFirst();
    }

    /** The case that this one was merged into as its duplicate. */
    public Optional<CaseMergedInto> mergedInto() {
        return all(CaseMergedInto.class).findFirst();
    }

    /** Neither nullified nor merged into another. */
    public boolean goesOn() {
        return nullified().isEmpty() && mergedInto().isEmpty();
    }

    /** The cases that told of the same. */
    public List<CaseDuplicateMerged> duplicates() {
        return all(CaseDuplicateMerged.class).toList();
    }

    /** The numbers under which the same was told, beside its own (ICH E2B(R3) C.1.9.1). */
    public Set<String> otherNumbers() {
        var numbers = new LinkedHashSet<String>();
        duplicates().forEach(each -> numbers.addAll(each.numbers()));
        return numbers;
    }

    public List<Submission> submissions() {
        return all(CaseSubmitted.class).map(CaseSubmitted::submission).toList();
    }

    public List<Submission> submissionsTo(String authority) {
        return submissions().stream()
                .filter(sent -> sent.authority().equals(authority))
                .toList();
    }

    /** What the receiver's system said to a submission; empty where it has not answered. */
    public Optional<CaseSubmissionAcknowledged> answer(int submission) {
        return all(CaseSubmissionAcknowledged.class)
                .filter(answer -> answer.submission() == submission)
                .findFirst();
    }

    /** What was refused by the receiver counts as not sent. */
    public boolean rejected(Submission submission) {
        return answer(submission.number())
                .filter(answer -> answer.receipt() == Receipt.REJECTED)
                .isPresent();
    }

    public List<CaseClockAtRisk> risks() {
        return all(CaseClockAtRisk.class).toList();
    }

    public List<CaseDifferenceExplained> explained() {
        return all(CaseDifferenceExplained.class).toList();
    }

    private <T extends CaseFact> Stream<T> all(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static SafetyCase evolve(SafetyCase state, SafetyFact fact) {
        if (!(fact instanceof CaseFact mine)) {
            throw new IllegalStateException("not about a case: " + fact);
        }
        var more = new ArrayList<>(state.facts);
        more.add(mine);
        return new SafetyCase(more);
    }
}
