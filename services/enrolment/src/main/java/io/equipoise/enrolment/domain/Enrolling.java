package io.equipoise.enrolment.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.enrolment.domain.SubjectCommand.Enrol;
import io.equipoise.enrolment.domain.SubjectCommand.ForfeitPlace;
import io.equipoise.enrolment.domain.SubjectEvent.PlaceForfeited;
import io.equipoise.enrolment.domain.SubjectEvent.SiteRulesApplied;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectEnrolled;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who may be enrolled: consent live, every criterion met, the study recruiting, the site open, a place taken. */
record Enrolling(Person person) {

    Decision<EnrolmentEvent> enrol(Enrol command) {
        return refusal(command)
                .<Decision<EnrolmentEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(bySiteRules(
                        command.assessment(),
                        new SubjectEnrolled(
                                person.subject(),
                                command.enrolledOn(),
                                command.place(),
                                strata(command.study().protocol()),
                                command.assessment().definitionVersion(),
                                command.assessment().criteria()))));
    }

    /** A decision, and which version of the site's own rules it went by, if it did. */
    static List<EnrolmentEvent> bySiteRules(Assessment assessment, SubjectEvent decision) {
        var siteRules = assessment.siteRules();
        return siteRules == null
                ? List.of(decision)
                : List.of(
                        decision, new SiteRulesApplied(decision.subject(), siteRules, assessment.definitionVersion()));
    }

    private Optional<Refusal> refusal(Enrol command) {
        if (person.stage() == Stage.ENROLLED) {
            return Optional.of(Refusal.conflict("ALREADY_ENROLLED", "the subject is enrolled already"));
        }
        if (person.isOut()) {
            return Optional.of(Withdrawing.out(person));
        }
        var day = command.enrolledOn();
        return Dates.notInTheFuture("enrolledOn", day, command.today())
                .or(() -> new Dates("enrolledOn", day).before(person.screenedOn(), "the screening"))
                .or(() -> command.study().idle(day, person.arrival().invitation()))
                .or(() -> command.study().held())
                .or(() -> command.study().closed(person.subject().site(), day))
                .or(() -> new Minority(person, command.study().protocol()).notAgreed(day))
                .or(() -> outOfDate(person, command.assessment()))
                .or(() -> notEligible(command.assessment()))
                .or(() -> noStratum(command.study().protocol()))
                .or(() -> forfeited(command.place()));
    }

    static Optional<Refusal> outOfDate(Person person, Assessment assessment) {
        return assessment.factsSeen() == person.facts().size()
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "ASSESSMENT_OUT_OF_DATE", "facts were recorded while eligibility was assessed; ask again"));
    }

    private static Optional<Refusal> notEligible(Assessment assessment) {
        if (assessment.eligible()) {
            return Optional.empty();
        }
        var notMet = assessment.rules(Answer.NOT_MET);
        var notAssessed = assessment.rules(Answer.NOT_ASSESSED);
        var why = new ArrayList<String>();
        if (assessment.criteria().isEmpty()) {
            why.add("the study definition states no rules, which is not the same as no limits");
        }
        if (!notMet.isEmpty()) {
            why.add("not met: " + String.join(", ", notMet));
        }
        if (!notAssessed.isEmpty()) {
            why.add("not assessed: " + String.join(", ", notAssessed));
        }
        var pointers = new ArrayList<>(notMet);
        pointers.addAll(notAssessed);
        return Optional.of(new Refusal("NOT_ELIGIBLE", String.join("; ", why), Refusal.Kind.CONFLICT, pointers));
    }

    private Optional<Refusal> noStratum(Protocol protocol) {
        var latest = person.latest();
        var missing = protocol.strata().stream()
                .filter(stratum -> level(stratum, latest).isEmpty())
                .map(Stratum::fact)
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "STRATUM_MISSING",
                        "the study stratifies, and no level follows from " + String.join(", ", missing),
                        Refusal.Kind.CONFLICT,
                        missing));
    }

    private Map<String, String> strata(Protocol protocol) {
        var latest = person.latest();
        var strata = new TreeMap<String, String>();
        protocol.strata()
                .forEach(stratum -> level(stratum, latest).ifPresent(level -> strata.put(stratum.stratum(), level)));
        return strata;
    }

    private static Optional<String> level(Stratum stratum, Map<String, Fact> latest) {
        return Optional.ofNullable(latest.get(stratum.fact())).map(Fact::value).filter(stratum::isLevel);
    }

    private Optional<Refusal> forfeited(Place place) {
        if (place.equals(Place.NONE)) {
            return Optional.of(Refusal.conflict("PLACE_MISSING", "no place of the study has been taken"));
        }
        return place.number() > person.participation().forfeited()
                ? Optional.empty()
                : Optional.of(Refusal.conflict("PLACE_FORFEITED", "the place went to another; ask again"));
    }

    /** After this, only a place taken later can enrol the person; an enrolled person's place stays theirs. */
    Decision<EnrolmentEvent> forfeit(ForfeitPlace command) {
        var place = person.place();
        if (place != null && place.number() == command.place()) {
            return refuse(Refusal.conflict("ALREADY_ENROLLED", "the subject is enrolled on this place"));
        }
        return command.place() <= person.participation().forfeited()
                ? accept()
                : accept(new PlaceForfeited(person.subject(), command.place()));
    }
}
