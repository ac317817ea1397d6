package io.equipoise.randomization.domain;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.design.Newcomer;
import io.equipoise.randomization.domain.design.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The people of a study as its scheme counts them: names of strata and levels become numbers, in order of appearance. */
final class Counting {
    private final Scheme scheme;
    private final Tally tally;
    private final Map<String, Integer> strata = new HashMap<>();
    private final List<Map<String, Integer>> levels = new ArrayList<>();

    private Counting(Scheme scheme) {
        this.scheme = scheme;
        this.tally =
                new Tally(scheme.shares().size(), scheme.parameters().factors().size());
        scheme.parameters().factors().forEach(factor -> levels.add(new HashMap<>()));
    }

    /** Everybody who has a seat, counted. */
    static Counting of(Scheme scheme, Map<SubjectId, Seat> seats) {
        var counting = new Counting(scheme);
        seats.entrySet().stream()
                .sorted(Comparator.comparingInt(seat -> seat.getValue().ordinal()))
                .forEach(seat -> counting.tally.add(
                        counting.newcomer(
                                Stratum.read(seat.getValue().stratum()),
                                seat.getKey().site()),
                        counting.index(seat.getValue().arm())));
        return counting;
    }

    Tally tally() {
        return tally;
    }

    Newcomer newcomer(Stratum stratum, String site) {
        boolean apart = scheme.parameters().within() == Parameters.Scope.STRATUM;
        var at = new ArrayList<Integer>();
        for (int n = 0; n < levels.size(); n++) {
            var factor = scheme.parameters().factors().get(n).factor();
            var level = stratum.levels().getOrDefault(factor, site);
            at.add(number(levels.get(n), level));
        }
        return new Newcomer(apart ? number(strata, stratum.key()) : 0, at);
    }

    private int index(Arm arm) {
        return scheme.shares().stream().map(Design.Share::arm).toList().indexOf(arm);
    }

    private static int number(Map<String, Integer> known, String name) {
        var number = known.putIfAbsent(name, known.size());
        return number == null ? known.size() - 1 : number;
    }
}
