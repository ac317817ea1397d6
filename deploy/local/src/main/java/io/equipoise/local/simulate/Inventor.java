package io.equipoise.local.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Invents people for a definition: most fit, a few do not. The same seed invents the same people. */
final class Inventor {
    private static final int OLDEST = 90;
    private static final int ONE_IN = 6;

    private final Protocol protocol;
    private final Hints hints;
    private final Random chance;

    Inventor(Protocol protocol, long seed) {
        this.protocol = protocol;
        this.hints = new Hints(protocol.rules());
        this.chance = new Random(seed);
    }

    /** Somebody nobody has met: what is observed of them, and whether they were made not to fit. */
    record Invented(Map<String, String> facts, boolean spoiled) {}

    /** @param fits whoever it is fits: a dose group needs somebody in it */
    Invented somebody(LocalDate screenedOn, boolean fits) {
        var facts = new LinkedHashMap<String, String>();
        for (var fact : protocol.facts()) {
            facts.put(fact.path("fact").asString(""), fitting(fact, screenedOn));
        }
        facts.putAll(protocol.askedBesides());
        boolean spoiled = !fits && !facts.isEmpty() && chance.nextInt(ONE_IN) == 0 && spoil(facts, screenedOn);
        return new Invented(facts, spoiled);
    }

    /** A weight that fits the age of the study's people. */
    String kilograms() {
        return hints.days("birthDate").most().isPresent() ? "1.1" : "" + (55 + chance.nextInt(40));
    }

    private String fitting(JsonNode fact, LocalDate screenedOn) {
        var name = fact.path("fact").asString("");
        return switch (fact.path("type").asString("")) {
            case "DATE" -> born(name, screenedOn);
            case "DATE_OR_NEVER" ->
                hints.recent(name) ? screenedOn.minusDays(20).toString() : "NEVER";
            case "CODE" -> oneOf(hints.codes(name), fact.path("codes"));
            case "SCORE", "NUMBER" -> number(fact, name);
            default -> hints.yes(name) ? "YES" : "NO";
        };
    }

    private String born(String name, LocalDate screenedOn) {
        var inDays = hints.days(name);
        if (inDays.most().isPresent()) {
            return screenedOn
                    .minusDays(chance.nextInt(inDays.most().get().intValue() + 1))
                    .toString();
        }
        var inYears = hints.years(name);
        int least =
                inYears.least().map(BigDecimal::intValue).orElse(inYears.most().isPresent() ? 0 : 18);
        int most = inYears.most().map(BigDecimal::intValue).orElse(Math.max(least + 10, OLDEST - 10));
        return screenedOn
                .minusYears(least + chance.nextInt(most - least + 1))
                .minusDays(chance.nextInt(360))
                .toString();
    }

    private String oneOf(List<String> wanted, JsonNode codes) {
        return wanted.isEmpty()
                ? codes.path(chance.nextInt(Math.max(1, codes.size()))).asString("")
                : wanted.get(chance.nextInt(wanted.size()));
    }

    private String number(JsonNode fact, String name) {
        var bounds = hints.number(name);
        var steps = Protocol.each(fact.path("steps"))
                .map(step -> step.asString(""))
                .filter(step -> inside(new BigDecimal(step), bounds))
                .toList();
        return steps.isEmpty()
                ? bounds.least()
                        .or(bounds::most)
                        .map(BigDecimal::toPlainString)
                        .orElse(fact.path("min").asString("0"))
                : steps.get(chance.nextInt(steps.size()));
    }

    private static boolean inside(BigDecimal number, Hints.Bounds bounds) {
        return bounds.least().filter(least -> number.compareTo(least) < 0).isEmpty()
                && bounds.most().filter(most -> number.compareTo(most) > 0).isEmpty();
    }

    /** Makes somebody too young, too old, or of another diagnosis, where the definition has a rule for that. */
    private boolean spoil(Map<String, String> facts, LocalDate screenedOn) {
        for (var fact : protocol.facts()) {
            var name = fact.path("fact").asString("");
            var years = hints.years(name);
            if (years.most().isPresent()) {
                facts.put(
                        name,
                        screenedOn
                                .minusYears(years.most().get().intValue() + 2L)
                                .toString());
                return true;
            }
            if (years.least().filter(least -> least.intValue() > 1).isPresent()) {
                facts.put(
                        name,
                        screenedOn
                                .minusYears(years.least().get().intValue() - 1L)
                                .toString());
                return true;
            }
        }
        return false;
    }
}
