package io.equipoise.chaos.check;

import io.equipoise.chaos.evidence.Evidence;
import io.equipoise.chaos.evidence.Looked;
import io.equipoise.chaos.ledger.Account;
import java.util.List;
import java.util.function.Function;

/** What the services say of themselves: read models equal a fresh replay, nothing waits, seals verify. */
final class Hearing {
    private Hearing() {}

    static List<Finding> projectionsEqualAReplay(List<Account> book, Evidence evidence) {
        return each("projections equal a replay", evidence, Looked::unequal);
    }

    static List<Finding> nothingIsParked(List<Account> book, Evidence evidence) {
        return each("nothing is parked", evidence, Looked::parked);
    }

    static List<Finding> noDeadLetter(List<Account> book, Evidence evidence) {
        return each("no dead letter", evidence, Looked::deadLetters);
    }

    static List<Finding> sealsVerify(List<Account> book, Evidence evidence) {
        return each("seals verify", evidence, Looked::problems);
    }

    private static List<Finding> each(String check, Evidence evidence, Function<Looked, List<String>> what) {
        return evidence.looks().stream()
                .flatMap(look -> what.apply(look).stream().map(w -> new Finding(check, look.service() + ": " + w)))
                .toList();
    }
}
