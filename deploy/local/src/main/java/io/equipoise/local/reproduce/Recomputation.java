package io.equipoise.local.reproduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** One randomization of a study as the statistician's door shows it, decided again person by person. */
record Recomputation(String study, String seed, JsonNode randomization) {

    /** One allocation, beside what the seed says. */
    record Line(int ordinal, String subject, String stratum, int position, String recorded, String recomputed) {
        boolean agrees() {
            return recorded.equals(recomputed);
        }
    }

    private record Person(Map<String, String> levels, String stratum, String site, int arm) {}

    /** Nothing to recompute where a list was brought and not drawn. */
    boolean isFromSeed() {
        return algorithm().startsWith("equipoise.");
    }

    String algorithm() {
        return randomization.path("algorithm").asString();
    }

    List<Line> lines() {
        var lists = lists();
        var before = new ArrayList<Person>();
        var taken = new HashMap<String, Integer>();
        var lines = new ArrayList<Line>();
        for (var each : randomization.path("allocations")) {
            var stratum = each.path("stratum").asString();
            int position = taken.merge(stratum, 1, Integer::sum);
            var newcomer =
                    new Person(levels(stratum), stratum, each.path("site").asString(), 0);
            var recomputed =
                    lists.isEmpty() ? arms().get(decide(before, newcomer, position)) : placed(lists, stratum, position);
            var recorded = each.path("arm").asString();
            boolean inOrder = each.path("position").asInt() == position
                    && each.path("ordinal").asInt() == lines.size() + 1;
            lines.add(new Line(
                    each.path("ordinal").asInt(),
                    each.path("subject").asString(),
                    stratum,
                    each.path("position").asInt(),
                    recorded,
                    inOrder ? recomputed : "OUT OF ORDER"));
            before.add(new Person(newcomer.levels(), stratum, newcomer.site(), arms().indexOf(recorded)));
        }
        return lines;
    }

    private static String placed(Map<String, List<String>> lists, String stratum, int position) {
        var list = lists.getOrDefault(stratum, List.of());
        return position <= list.size() ? list.get(position - 1) : "NO PLACE";
    }

    private Map<String, List<String>> lists() {
        var blocks = randomization.path("blocks");
        var lists = new HashMap<String, List<String>>();
        var sizes = blocks.path("sizes").valueStream().map(JsonNode::asInt).toList();
        for (var stratum : blocks.path("strata")) {
            var key = stratum.path("stratum").asString();
            var octets = new Octets(seed, String.join("|", algorithm(), study, key));
            lists.put(
                    key,
                    BlockList.draw(arms(), ratio(), sizes, stratum.path("slots").asInt(), octets));
        }
        return lists;
    }

    private int decide(List<Person> before, Person newcomer, int position) {
        var number = randomization.path("randomization").asString();
        var label = String.join("|", algorithm(), study, number, newcomer.stratum(), "" + position);
        return Odds.draw(chances(before, newcomer), new Octets(seed, label));
    }

    private List<Fraction> chances(List<Person> before, Person newcomer) {
        var given = randomization.path("parameters");
        boolean apart = given.path("within").asString("").equals("STRATUM");
        var counts = counts(before, person -> !apart || person.stratum().equals(newcomer.stratum()));
        return switch (given.path("design").asString()) {
            case "SIMPLE" -> Odds.byRatio(ratio());
            case "EFRON" -> Odds.efron(Fraction.read(given.path("probability").asString()), counts);
            case "BIG_STICK" -> Odds.bigStick(given.path("limit").asInt(), counts);
            case "URN" ->
                Odds.urn(given.path("alpha").asInt(), given.path("beta").asInt(), counts);
            case "MINIMIZATION" -> minimized(given, before, newcomer);
            default -> throw new IllegalStateException("no such design is known here: " + given.path("design"));
        };
    }

    private List<Fraction> minimized(JsonNode given, List<Person> before, Person newcomer) {
        var factors = given.path("factors").valueStream().toList();
        var rule = new Odds.Minimizing(
                ratio(),
                factors.stream().map(factor -> factor.path("weight").asInt()).toList(),
                given.path("measure").asString(),
                given.path("coin").asString(),
                Fraction.read(given.path("probability").asString()));
        return rule.chances(factors.stream()
                .map(factor -> factor.path("factor").asString())
                .map(factor -> counts(before, person -> at(person, factor).equals(at(newcomer, factor))))
                .toList());
    }

    private static String at(Person person, String factor) {
        return person.levels().getOrDefault(factor, person.site());
    }

    private List<Integer> counts(List<Person> people, Predicate<Person> which) {
        var counted = people.stream().filter(which).toList();
        return IntStream.range(0, arms().size())
                .mapToObj(arm -> (int)
                        counted.stream().filter(person -> person.arm() == arm).count())
                .toList();
    }

    private List<String> arms() {
        return randomization
                .path("arms")
                .valueStream()
                .map(arm -> arm.path("arm").asString())
                .toList();
    }

    private List<Integer> ratio() {
        return randomization
                .path("arms")
                .valueStream()
                .map(arm -> arm.path("weight").asInt())
                .toList();
    }

    private static Map<String, String> levels(String stratum) {
        return stratum.equals("ALL")
                ? Map.of()
                : Arrays.stream(stratum.split(";", -1))
                        .map(level -> level.split("=", -1))
                        .collect(Collectors.toMap(level -> plain(level[0]), level -> plain(level[1])));
    }

    private static String plain(String name) {
        return name.replace("%3B", ";").replace("%3D", "=").replace("%25", "%");
    }
}
