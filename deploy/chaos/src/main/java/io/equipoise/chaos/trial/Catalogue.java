package io.equipoise.chaos.trial;

import io.equipoise.chaos.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tests by their numbers in the catalogue of design/trust.md. */
public final class Catalogue {
    private static final Map<String, Trial> TESTS = tests();

    private Catalogue() {}

    private static Map<String, Trial> tests() {
        var tests = new LinkedHashMap<String, Trial>();
        tests.put("0", new Gate(false));
        tests.put("1", new KillTrial("1", "kill -9 of every service under load", Stack.SERVICES, 20, 600, 6_000));
        tests.put("2", new CrashPoints());
        tests.put("3", new KillTrial("3", "kill -9 of the broker under load", List.of("broker"), 10, 500, 6_000));
        tests.put("4", new KillTrial("4", "kill -9 of the store under load", List.of("store"), 10, 400, 6_000));
        tests.put("7", new BrokerAway());
        tests.put("10", new TwoRelays());
        tests.put("11", new Replayed());
        tests.put("14", new Poisoned());
        tests.put("15", new ParkedKey());
        tests.put("23", new LostAnswers());
        tests.put("12", new Shuffled());
        tests.put("13", new Wiped());
        tests.put("43", new PushUnderFaults());
        tests.put("officers", new ManyOfficers());
        tests.put("meta", new Planted());
        tests.put("meta43", new PushPlanted());
        tests.put("kills", new Demonstrated());
        return tests;
    }

    public static List<String> names() {
        return List.copyOf(TESTS.keySet());
    }

    public static Trial of(String name) {
        var test = TESTS.get(name);
        if (test == null) {
            throw new IllegalArgumentException("there is no test " + name + "; there are " + TESTS.keySet());
        }
        return test;
    }
}
