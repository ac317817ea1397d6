package io.equipoise.enrolment.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.PlaceCommand.ReleasePlace;
import io.equipoise.enrolment.domain.PlaceCommand.TakePlace;
import io.equipoise.enrolment.domain.PlaceEvent.PlaceReleased;
import io.equipoise.enrolment.domain.PlaceEvent.PlaceTaken;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The places of a study. One stream decides who gets the last one, however many ask at once. A person who withdraws
 * after enrolment keeps the place: they count among those enrolled.
 *
 * @param taken how often a place was ever taken
 */
public record Places(Map<SubjectId, Place> held, long taken) {
    public static final Decider<Places, PlaceCommand, EnrolmentEvent> DECIDER =
            new Decider<>(new Places(Map.of(), 0), Places::decide, Places::evolve);

    public Places {
        held = Map.copyOf(held);
    }

    public Optional<Place> of(SubjectId subject) {
        return Optional.ofNullable(held.get(subject));
    }

    private Decision<EnrolmentEvent> decide(PlaceCommand command) {
        return switch (command) {
            case TakePlace take -> held.containsKey(take.subject()) ? accept() : take(take);
            case ReleasePlace(var subject, var number) ->
                of(subject)
                        .filter(place -> place.number() == number)
                        .<Decision<EnrolmentEvent>>map(place -> accept(new PlaceReleased(subject, place)))
                        .orElseGet(Decision::accept);
        };
    }

    private Decision<EnrolmentEvent> take(TakePlace command) {
        var target = command.target();
        var siteCap = command.siteCap();
        var subject = command.subject();
        if (target == null) {
            return refuse(Refusal.conflict(
                    "ENROLMENT_TARGET_UNKNOWN", "the study definition leaves open how many people it enrols"));
        }
        if (held.size() >= target) {
            return full("all " + target + " places of study " + subject.study() + " are taken");
        }
        var atSite = held.keySet().stream()
                .filter(other -> other.site().equals(subject.site()))
                .count();
        if (siteCap != null && atSite >= siteCap) {
            return full("all " + siteCap + " places of site " + subject.site() + " are taken");
        }
        return accept(new PlaceTaken(subject, new Place(taken + 1, lowestFree())));
    }

    private static Decision<EnrolmentEvent> full(String detail) {
        return refuse(Refusal.conflict("ENROLMENT_CAP_REACHED", detail));
    }

    private int lowestFree() {
        var used = held.values().stream().map(Place::ordinal).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, used.size() + 1)
                .filter(ordinal -> !used.contains(ordinal))
                .findFirst()
                .orElseThrow();
    }

    private Places evolve(EnrolmentEvent event) {
        return switch (event) {
            case PlaceTaken(var subject, var place) -> {
                var more = new HashMap<>(held);
                more.put(subject, place);
                yield new Places(more, place.number());
            }
            case PlaceReleased released -> {
                var fewer = new HashMap<>(held);
                fewer.remove(released.subject());
                yield new Places(fewer, taken);
            }
            case InvitationEvent foreign -> throw new IllegalStateException("an invitation in the places: " + foreign);
            case SiteRulesEvent foreign -> throw new IllegalStateException("a site's rules in the places: " + foreign);
            case SealAnchored foreign -> throw new IllegalStateException("an anchor in the places: " + foreign);
            case SubjectEvent foreign -> throw new IllegalStateException("a person's fact in the places: " + foreign);
        };
    }
}
