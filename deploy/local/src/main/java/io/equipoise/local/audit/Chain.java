package io.equipoise.local.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A service's seals as it shows them today, and what contradicts them. */
public record Chain(List<Seal> seals) {

    public Chain {
        seals = List.copyOf(seals);
    }

    /** What does not fit within the chain itself, lane by lane. */
    public List<String> broken() {
        var problems = new ArrayList<String>();
        for (var seal : seals) {
            var before = at(seal.lane(), seal.ordinal() - 1);
            var previous = before.map(Seal::seal).orElse(Seal.FIRST);
            var end = before.map(Seal::to).orElse(0L);
            if (!seal.holds()) {
                problems.add(seal.name() + " is not the hash of what it says");
            } else if ((before.isEmpty() && seal.ordinal() != 1)
                    || !seal.previous().equals(previous)
                    || seal.from() != end + 1) {
                problems.add(seal.name() + " does not follow the one before");
            }
        }
        return problems;
    }

    /** Where what another service wrote down is not what is shown today: the journal and its seals were made anew. */
    public List<String> against(String holder, List<Anchor> anchors) {
        if (anchors.isEmpty() && !seals.isEmpty()) {
            return List.of(holder + " has written none of its seals down");
        }
        var problems = new ArrayList<String>();
        for (var anchor : anchors) {
            var shown = endingAt(anchor.lane(), anchor.to());
            if (shown.isEmpty()) {
                problems.add("no seal ends at position " + anchor.to() + " of lane " + anchor.lane() + ", but " + holder
                        + " wrote one down at " + anchor.anchoredAt());
            } else if (!shown.get().seal().equals(anchor.seal())) {
                problems.add(shown.get().name() + " is not the one that " + holder + " wrote down at "
                        + anchor.anchoredAt());
            }
        }
        return problems;
    }

    /** Seals that were taken away earlier and are not in the chain today. */
    List<String> lacks(List<Seal> earlier) {
        return earlier.stream()
                .filter(seal -> seal.ordinal() > 0 && !seals.contains(seal))
                .map(seal -> seal.name() + " was exported, and is not what the service shows today")
                .toList();
    }

    /** The newest seals of all lanes are written down elsewhere. */
    public boolean isAnchoredToItsEnd(List<Anchor> anchors) {
        return !seals.isEmpty()
                && seals.stream()
                        .filter(seal -> at(seal.lane(), seal.ordinal() + 1).isEmpty())
                        .allMatch(newest -> anchors.stream()
                                .anyMatch(anchor -> anchor.lane() == newest.lane()
                                        && anchor.seal().equals(newest.seal())));
    }

    private Optional<Seal> at(int lane, long ordinal) {
        return seals.stream()
                .filter(seal -> seal.lane() == lane && seal.ordinal() == ordinal)
                .findFirst();
    }

    private Optional<Seal> endingAt(int lane, long to) {
        return seals.stream()
                .filter(seal -> seal.lane() == lane && seal.to() == to)
                .findFirst();
    }
}
