package io.equipoise.imaging.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.application.LesionCounting;
import io.equipoise.imaging.application.LesionCounting.PersonLesions;
import io.equipoise.imaging.application.LesionCounting.StudyLesions;
import io.equipoise.imaging.domain.crossover.CarryOver;
import io.equipoise.imaging.domain.crossover.CrossoverPlan.Stage;
import io.equipoise.imaging.domain.crossover.LesionSum;
import io.equipoise.imaging.domain.crossover.PeriodLesions;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lesions added up in each period of a crossover. No answer says a sequence, but a difference between the periods of one
 * person can hint at it: for those alone who are not blinded.
 */
@RestController
final class LesionsEndpoint {
    private final LesionCounting lesions;

    LesionsEndpoint(LesionCounting lesions) {
        this.lesions = lesions;
    }

    /**
     * A study.
     *
     * @param outsidePeriods planned scans that no period holds, such as one at baseline; they are in no sum
     * @param notStated pointers into the definition to what it does not say
     */
    record Study(
            String study,
            List<Total> totals,
            List<Person> people,
            List<String> outsidePeriods,
            List<String> notStated) {}

    /** A period over everybody shown. */
    record Total(String period, int people, Sums lesions, int peopleFlagged) {}

    /** The three sums, each with the scans in it and, by reason, those lacking. */
    record Sums(LesionSum gadoliniumEnhancing, LesionSum newT2, LesionSum enlargingT2) {}

    /** A person. */
    record Person(String subject, List<OnePeriod> periods) {}

    /** A period of a person. */
    record OnePeriod(Stage period, Sums lesions, CarryOver carryOver, List<PeriodLesions.OneScan> scans) {}

    @GetMapping("/api/studies/{study}/lesions-by-period")
    @Allowed({Role.STATISTICIAN, Role.DATA_SAFETY_BOARD})
    Study inStudy(@PathVariable String study, Caller caller) {
        return shown(found(study, caller));
    }

    @GetMapping("/api/studies/{study}/lesions-by-period.csv")
    @Allowed({Role.STATISTICIAN, Role.DATA_SAFETY_BOARD})
    ResponseEntity<String> lines(@PathVariable String study, Caller caller) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"lesions-by-period.csv\"")
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(LesionsTable.of(found(study, caller).people()));
    }

    @GetMapping("/api/subjects/{subject}/lesions-by-period")
    @Allowed({Role.STATISTICIAN, Role.DATA_SAFETY_BOARD})
    Study ofSubject(@PathVariable String subject, Caller caller) {
        var id = SubjectId.parse(subject).orElseThrow(LesionsEndpoint::nobody);
        caller.mustEnter(id.site());
        return shown(lesions.of(id).orElseThrow(LesionsEndpoint::nobody));
    }

    private StudyLesions found(String study, Caller caller) {
        return lesions.in(study, caller::sees)
                .orElseThrow(() -> new Problem(Refusal.unknown("STUDY_UNKNOWN", "there is no study of this number")));
    }

    private static Problem nobody() {
        return new Problem(Refusal.unknown("SUBJECT_UNKNOWN", "nobody of this number is in the study"));
    }

    private static Study shown(StudyLesions all) {
        var periods = all.plan().periods();
        return new Study(
                all.study(),
                IntStream.range(0, periods.size())
                        .mapToObj(n -> total(
                                periods.get(n).period(),
                                all.people().stream()
                                        .map(person -> person.periods().get(n))
                                        .toList()))
                        .toList(),
                all.people().stream().map(LesionsEndpoint::shown).toList(),
                PeriodLesions.outside(all.plan()),
                all.plan().notStated());
    }

    private static Total total(String period, List<PeriodLesions> people) {
        return new Total(
                period,
                people.size(),
                new Sums(
                        over(people, PeriodLesions::gadoliniumEnhancing),
                        over(people, PeriodLesions::newT2),
                        over(people, PeriodLesions::enlargingT2)),
                (int) people.stream()
                        .filter(one -> one.carryOver().flag() == CarryOver.Flag.POSSIBLE)
                        .count());
    }

    private static LesionSum over(List<PeriodLesions> people, Function<PeriodLesions, LesionSum> which) {
        return LesionSum.over(people.stream().map(which).toList());
    }

    private static Person shown(PersonLesions person) {
        return new Person(
                person.subject().toString(),
                person.periods().stream()
                        .map(one -> new OnePeriod(
                                one.period(),
                                new Sums(one.gadoliniumEnhancing(), one.newT2(), one.enlargingT2()),
                                one.carryOver(),
                                one.scans()))
                        .toList());
    }
}
