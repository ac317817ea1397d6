package io.equipoise.randomization.domain;

import static java.util.Objects.requireNonNull;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRandomized;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRerandomized;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a study's randomizations are decided, where that is at the moment and not by a list.
 *
 * @param schemes by number of the randomization
 * @param placed somebody whose arm is the next fact
 * @param placedAgain the same of the second randomization
 * @param committed the published hash of the seed
 * @param draft a list that is not in use yet
 * @param sequences of a crossover
 * @param again places of the second randomization
 */
public record Designs(
        Map<Integer, Scheme> schemes,
        @Nullable SubjectRandomized placed,
        @Nullable SubjectRerandomized placedAgain,
        @Nullable String committed,
        @Nullable ListDraft draft,
        Map<SubjectId, Twice> again,
        Sequences sequences) {
    /** The two places of somebody who was randomized a second time. */
    public record Twice(Seat first, Seat second) {}

    static final Designs NONE = new Designs(Map.of(), null, null, null, null, Map.of(), Sequences.NONE);

    /** The scheme of everybody's first randomization, where it is no list. */
    public Optional<Scheme> first() {
        return Optional.ofNullable(schemes.get(1));
    }

    public Optional<Scheme> second() {
        return Optional.ofNullable(schemes.get(SchemeDeclaring.SECOND));
    }

    /** Places of the first randomization, with the arms that it gave. */
    public Map<SubjectId, Seat> firstOf(Map<SubjectId, Seat> seats) {
        if (again.isEmpty()) {
            return seats;
        }
        var first = new HashMap<>(seats);
        again.forEach((subject, twice) -> first.put(subject, twice.first()));
        return first;
    }

    /** How even each randomization came out, by its number; of the second those who were randomized again. */
    public Map<Integer, Balance> balances(List<Design.Share> shares, Map<SubjectId, Seat> seats) {
        var balances = new TreeMap<Integer, Balance>();
        balances.put(1, Balance.of(shares, firstOf(seats)));
        second().ifPresent(scheme -> balances.put(SchemeDeclaring.SECOND, Balance.of(scheme.shares(), secondSeats())));
        return balances;
    }

    /** Places of the second randomization. */
    public Map<SubjectId, Seat> secondSeats() {
        return again.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, twice -> twice.getValue().second()));
    }

    Designs with(Scheme scheme) {
        return new Designs(
                Allocation.with(schemes, scheme.randomization(), scheme),
                placed,
                placedAgain,
                committed,
                draft,
                again,
                sequences);
    }

    Designs placing(@Nullable SubjectRandomized somebody) {
        return new Designs(schemes, somebody, placedAgain, committed, draft, again, sequences);
    }

    Designs placing(SubjectRerandomized somebody) {
        return new Designs(schemes, placed, somebody, committed, draft, again, sequences);
    }

    Designs committed(String sha256) {
        return new Designs(schemes, placed, placedAgain, sha256, draft, again, sequences);
    }

    Designs with(Sequences settled) {
        return new Designs(schemes, placed, placedAgain, committed, draft, again, settled);
    }

    Designs with(@Nullable ListDraft changed) {
        return new Designs(schemes, placed, placedAgain, committed, changed, again, sequences);
    }

    /** Whoever was placed last has this arm. */
    Designs given(SubjectId subject, Seat first, Arm arm) {
        var fact = requireNonNull(placedAgain);
        var seat = new Seat(fact.stratum(), fact.position(), fact.ordinal(), fact.randomizedOn(), arm);
        return new Designs(
                schemes,
                placed,
                null,
                committed,
                draft,
                Allocation.with(again, subject, new Twice(first, seat)),
                sequences);
    }
}
