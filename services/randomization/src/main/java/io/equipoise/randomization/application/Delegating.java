package io.equipoise.randomization.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.randomization.domain.AllocationEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Another system has subjects randomized here (domain rules 5.3). It knows them by identifiers of its own making: OpenClinica
 * and LibreClinica make {@code SS_010001} of a subject labelled 01-0001, and {@code S_01} of a site 01.
 */
public final class Delegating {
    private static final Pattern SUBJECT = Pattern.compile("SS_([A-Z0-9]{1,4})([0-9]{4})(_[0-9]{1,6})?");
    private static final Pattern SITE = Pattern.compile("S_([A-Z0-9]{1,8})(_[0-9]{1,6})?");

    private final Studies studies;
    private final People people;
    private final Treating treating;

    public Delegating(Studies studies, People people, Treating treating) {
        this.studies = studies;
        this.people = people;
        this.treating = treating;
    }

    /** What the other system says about the subject, besides who it is. */
    public record Told(String siteIdentifier, List<String> levels) {
        public Told {
            levels = List.copyOf(levels);
        }
    }

    /** Empty where nobody of ours can be meant. */
    public Optional<SubjectId> subject(String study, String identifier) {
        var found = SUBJECT.matcher(identifier);
        return found.matches()
                ? SubjectId.parse(study + "-" + found.group(1) + "-" + found.group(2))
                : Optional.empty();
    }

    /** What the other system keeps for a randomized subject: a number in the order in which people came. */
    public Optional<String> code(SubjectId subject) {
        return treating.placeOf(subject).map(place -> "R%04d".formatted(place.ordinal()));
    }

    public boolean isOpen(String study, String siteIdentifier) {
        var found = SITE.matcher(siteIdentifier);
        return found.matches()
                && studies.find(study)
                        .flatMap(known -> known.zoneOf(found.group(1)))
                        .isPresent();
    }

    /** Today, at the site; who has a place already keeps it. */
    public Outcome<AllocationEvent> randomize(SubjectId subject, Told told, Attribution by) {
        var known = treating.placeOf(subject);
        if (known.isPresent()) {
            return new Outcome.Unchanged<>();
        }
        var zone = studies.find(subject.study()).flatMap(study -> study.zoneOf(subject.site()));
        if (zone.isEmpty()) {
            return Allocations.siteNotOpen(subject.site());
        }
        if (!isOf(subject, told.siteIdentifier())) {
            return refused("SITE_DIFFERS", "The subject is of another site here.", "/siteIdentifier");
        }
        if (!told.levels().isEmpty() && !sorted(told.levels()).equals(sorted(levels(subject)))) {
            return refused(
                    "STRATUM_DIFFERS", "The subject's stratification differs from what is known here.", "/question1");
        }
        return treating.randomize(subject, by.recordedAt().atZone(zone.get()).toLocalDate(), by);
    }

    /** A study without sites of its own sends itself in the place of the site. */
    private static boolean isOf(SubjectId subject, String siteIdentifier) {
        var found = SITE.matcher(siteIdentifier);
        return found.matches()
                && (found.group(1).equals(subject.site()) || subject.study().startsWith(found.group(1)));
    }

    private List<String> levels(SubjectId subject) {
        return List.copyOf(people.find(subject).stratum().levels().values());
    }

    private static List<String> sorted(List<String> levels) {
        return levels.stream()
                .map(level -> level.strip().toUpperCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    private static Outcome<AllocationEvent> refused(String code, String detail, String pointer) {
        return new Outcome.Refused<>(Refusal.invalid(code, detail, pointer));
    }
}
