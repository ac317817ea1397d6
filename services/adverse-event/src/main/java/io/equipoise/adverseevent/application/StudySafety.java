package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Moment;
import io.equipoise.adverseevent.domain.OrganClass;
import io.equipoise.adverseevent.domain.aggregate.Aggregate;
import io.equipoise.adverseevent.domain.aggregate.Happening;
import io.equipoise.adverseevent.domain.aggregate.Infusion;
import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The events of a study together, as far as somebody may see its sites. Nothing in it knows an arm or a free text. */
public final class StudySafety {
    private final SafetyViews views;
    private final DosesGiven doses;
    private final House house;
    private final OrganClasses classes;

    public StudySafety(SafetyViews views, DosesGiven doses, House house, OrganClasses classes) {
        this.views = views;
        this.doses = doses;
        this.house = house;
        this.classes = classes;
    }

    /** The aggregate, and what its days are counted from. */
    public record Picture(Aggregate aggregate, List<Infusion> doses) {
        public Picture {
            doses = List.copyOf(doses);
        }
    }

    public Picture of(String study, Predicate<String> sites) {
        var given = doses.ofStudy(study).stream()
                .filter(dose -> sites.test(dose.subject().site()))
                .map(dose -> new Infusion(
                        dose.subject().toString(),
                        dose.subject().site(),
                        dose.dose(),
                        dose.packagingLot(),
                        day(new Moment.At(dose.startedAt()), dose.subject())))
                .toList();
        var organs = classes.ofStudy(study);
        var events = views.events(study).stream()
                .filter(event -> sites.test(text(event, "site")))
                .map(event -> happening(event, organs.get(text(event, "event"))))
                .toList();
        return new Picture(Aggregate.of(events, given), given);
    }

    private Happening happening(Map<String, Object> event, @Nullable OrganClass organ) {
        var subject = SubjectId.parse(text(event, "subject")).orElseThrow();
        return new Happening(
                text(event, "event"),
                subject.toString(),
                subject.site(),
                (Integer) event.getOrDefault("grade", 0),
                event.get("criteria") instanceof List<?> all
                        ? all.stream().map(String::valueOf).toList()
                        : List.of(),
                day(Moment.parse(text(event, "onset")).orElseThrow(), subject),
                event.get("end") == null
                        ? null
                        : day(Moment.parse(text(event, "end")).orElseThrow(), subject),
                event.get("packagingLot") == null ? null : text(event, "packagingLot"),
                text(event, "relation"),
                text(event, "outcome"),
                organ == null ? null : organ.name());
    }

    /** How many doses are told of the study. */
    public int doses(String study) {
        return doses.ofStudy(study).size();
    }

    /** The civil day at the site; where nobody told its zone, in UTC. */
    private LocalDate day(Moment moment, SubjectId subject) {
        ZoneId zone = house.zone(subject).orElse(ZoneOffset.UTC);
        return switch (moment) {
            case Moment.At(Instant at) -> at.atZone(zone).toLocalDate();
            case Moment.On(LocalDate on) -> on;
        };
    }

    private static String text(Map<String, Object> from, String field) {
        return String.valueOf(from.get(field));
    }

    /** Days since the last dose, where there was one. */
    public static @Nullable Long sinceDose(Happening event, Picture picture) {
        return Aggregate.sinceDose(event, picture.doses());
    }
}
