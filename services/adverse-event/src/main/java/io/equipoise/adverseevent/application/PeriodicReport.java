package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.Criterion;
import io.equipoise.adverseevent.domain.Moment;
import io.equipoise.adverseevent.domain.OrganClass;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.icsr.Material;
import io.equipoise.adverseevent.domain.icsr.Opinion;
import io.equipoise.adverseevent.domain.listing.CumulativeSummary;
import io.equipoise.adverseevent.domain.listing.LineListing;
import io.equipoise.adverseevent.domain.listing.LineListing.Interval;
import io.equipoise.adverseevent.domain.listing.ListedReaction;
import io.equipoise.adverseevent.domain.listing.SeriousEvent;
import io.equipoise.adverseevent.domain.listing.Table;
import io.equipoise.platform.journal.Attribution;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables of the yearly safety report of a study (ICH E2F), in two versions that never mix: the blinded one holds no arm,
 * the closed one what this room may know, which is the arm of subjects whose code was broken for a report. Who asks for the
 * closed one looks, and every look is on record.
 */
public final class PeriodicReport {
    private final CaseIndex index;
    private final CaseReporting cases;
    private final ReportSources sources;
    private final SafetyViews views;
    private final OrganClasses classes;

    public PeriodicReport(
            CaseIndex index, CaseReporting cases, ReportSources sources, SafetyViews views, OrganClasses classes) {
        this.index = index;
        this.cases = cases;
        this.sources = sources;
        this.views = views;
        this.classes = classes;
    }

    public Table lineListing(String study, Interval interval, Predicate<String> sites, Instant now) {
        return LineListing.blinded(study, reactions(study, sites, now, caseId -> Optional.empty()), interval);
    }

    public Table unblindedLineListing(String study, Interval interval, Predicate<String> sites, Attribution by) {
        var reactions = reactions(study, sites, by.recordedAt(), caseId -> cases.given(caseId, by));
        return LineListing.unblinded(study, reactions, interval);
    }

    public Table summary(String study, LocalDate until, Predicate<String> sites) {
        return CumulativeSummary.blinded(study, events(study, sites, Map.of()), until);
    }

    public Table unblindedSummary(String study, LocalDate until, Predicate<String> sites, Attribution by) {
        return CumulativeSummary.unblinded(study, events(study, sites, arms(study, sites, by)), until);
    }

    private List<ListedReaction> reactions(
            String study, Predicate<String> sites, Instant now, Function<String, Optional<String>> given) {
        var found = new ArrayList<ListedReaction>();
        var organs = classes.ofStudy(study);
        for (var opened : standing(study, sites)) {
            var material = cases.material(opened, now).with(given.apply(opened.caseId()));
            material.safetyCase()
                    .events()
                    .forEach(event -> found.add(listed(opened, event, material, organs.get(event.event()))));
        }
        return found;
    }

    /** Cases that are neither nullified nor told by another case. */
    private List<CaseOpened> standing(String study, Predicate<String> sites) {
        return index.casesOf(study).stream()
                .map(cases::state)
                .filter(SafetyCase::goesOn)
                .flatMap(state -> state.opened().stream())
                .filter(opened -> sites.test(opened.subject().site()))
                .toList();
    }

    private static ListedReaction listed(
            CaseOpened opened, CaseEvent event, Material material, @Nullable OrganClass organ) {
        var first = material.safetyCase().information().getFirst().information();
        var account = event.account();
        return new ListedReaction(
                opened.safetyReportId(),
                opened.subject().toString(),
                first.country(),
                first.day(),
                account.term(),
                organ,
                account.criteria().stream().map(Criterion::words).toList(),
                account.onset().toString(),
                material.doses().stream()
                        .map(dose -> dose.startedAt()
                                .atZone(material.site())
                                .toLocalDate()
                                .toString())
                        .sorted()
                        .toList(),
                account.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                material.of(event).opinions().stream()
                        .filter(Opinion::reasonablyPossible)
                        .map(Opinion::source)
                        .distinct()
                        .toList(),
                material.given().orElse(ListedReaction.BLINDED));
    }

    private List<SeriousEvent> events(String study, Predicate<String> sites, Map<String, String> arms) {
        var organs = classes.ofStudy(study);
        return serious(study, sites)
                .map(event -> new SeriousEvent(
                        text(event, "subject"),
                        text(event, "term"),
                        organs.get(text(event, "event")),
                        day(text(event, "onset")),
                        arms.getOrDefault(text(event, "subject"), ListedReaction.BLINDED)))
                .toList();
    }

    /** By subject: a code that was broken for one event of a person is known for all of them. */
    private Map<String, String> arms(String study, Predicate<String> sites, Attribution by) {
        var events = serious(study, sites)
                .collect(Collectors.groupingBy(
                        event -> text(event, "subject"),
                        Collectors.mapping(event -> text(event, "event"), Collectors.toList())));
        var arms = new HashMap<String, String>();
        events.forEach(
                (subject, ofSubject) -> sources.given(ofSubject, by).ifPresent(product -> arms.put(subject, product)));
        return arms;
    }

    private Stream<Map<String, Object>> serious(String study, Predicate<String> sites) {
        return views.events(study).stream()
                .filter(event -> Boolean.TRUE.equals(event.get("serious")))
                .filter(event -> sites.test(text(event, "site")));
    }

    private static String text(Map<String, Object> event, String field) {
        return String.valueOf(event.get(field));
    }

    private static LocalDate day(String onset) {
        return switch (Moment.parse(onset).orElseThrow()) {
            case Moment.At(var at) -> at.atZone(ZoneOffset.UTC).toLocalDate();
            case Moment.On(var day) -> day;
        };
    }
}
