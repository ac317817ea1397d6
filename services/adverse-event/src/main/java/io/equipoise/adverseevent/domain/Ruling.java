package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.stopping.BayesianBoundary;
import io.equipoise.adverseevent.domain.stopping.BayesianBoundary.Prior;
import io.equipoise.adverseevent.domain.stopping.ExactBoundary;
import io.equipoise.adverseevent.domain.stopping.IntervalDesign;
import io.equipoise.adverseevent.domain.stopping.Method;
import io.equipoise.adverseevent.domain.stopping.Share;
import io.equipoise.adverseevent.domain.stopping.ThreePlusThree;
import io.equipoise.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Whether a rule is wholly stated, and what it then works out. What is missing is named, never made up. */
record Ruling(StoppingRule rule) {
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,3}");
    private static final Pattern NAME = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,23}");
    private static final int MOST = 100;
    private static final int LONGEST_WINDOW = 3650;
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_TERMS = 100;
    private static final int LEAST_OF_A_LEVEL = 3;

    List<String> names() {
        return switch (rule.method()) {
            case EXACT -> List.of("planned", "acceptable", "allowed");
            case BAYESIAN -> List.of("planned", "priorEvents", "priorWithout", "threshold", "certainty", "from");
            case THREE_PLUS_THREE -> List.of();
            case BOIN -> List.of("planned", "target");
        };
    }

    Optional<Refusal> refusal() {
        var missing = names().stream()
                .filter(name -> rule.parameters().getOrDefault(name, "").isBlank())
                .map(name -> "/rule/parameters/" + name)
                .toList();
        if (!missing.isEmpty()) {
            return Optional.of(new Refusal(
                    "STOPPING_RULE_NOT_CONFIGURED",
                    "not configured: the method %s needs what is named; nothing is made up for it"
                            .formatted(rule.method()),
                    Refusal.Kind.INVALID,
                    missing));
        }
        var wrong = new ArrayList<>(wrong());
        var foreign = new TreeSet<>(rule.parameters().keySet());
        foreign.removeAll(names());
        foreign.forEach(name -> wrong.add("/rule/parameters/" + name));
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "STOPPING_RULE_OUT_OF_RANGE",
                        "what is named is no number that a rule of method %s can have".formatted(rule.method()),
                        Refusal.Kind.INVALID,
                        wrong));
    }

    private List<String> wrong() {
        var wrong = new ArrayList<String>();
        var counts = rule.counts();
        note(wrong, NAME.matcher(rule.rule()).matches(), "/rule/rule");
        note(wrong, !rule.title().isBlank() && rule.title().length() <= LONGEST_TITLE, "/rule/title");
        note(wrong, !rule.liftedBy().isEmpty(), "/rule/liftedBy");
        note(wrong, counts.grade() >= 1 && counts.grade() <= 5, "/rule/counts/grade");
        note(wrong, counts.withinDays() >= 1 && counts.withinDays() <= LONGEST_WINDOW, "/rule/counts/withinDays");
        note(
                wrong,
                counts.terms().size() <= MOST_TERMS && counts.terms().stream().noneMatch(String::isBlank),
                "/rule/counts/terms");
        for (var name : names()) {
            note(wrong, fits(name), "/rule/parameters/" + name);
        }
        return wrong;
    }

    private boolean fits(String name) {
        return switch (name) {
            case "planned" -> whole(name, rule.method() == StoppingRule.Way.BOIN ? LEAST_OF_A_LEVEL : 1);
            case "priorEvents", "priorWithout", "from" -> whole(name, 1);
            case "target" ->
                share(name)
                        .filter(s -> s.isBetween() && s.compareTo(Share.of(1, 2)) < 0)
                        .isPresent();
            default -> share(name).filter(Share::isBetween).isPresent();
        };
    }

    private boolean whole(String name, int least) {
        var text = text(name);
        return WHOLE.matcher(text).matches() && number(name) >= least && number(name) <= MOST;
    }

    private Optional<Share> share(String name) {
        return Share.parse(text(name));
    }

    private String text(String name) {
        return rule.parameters().getOrDefault(name, "");
    }

    private int number(String name) {
        return Integer.parseInt(text(name));
    }

    /** Of a rule that is not refused. */
    Method method() {
        return switch (rule.method()) {
            case EXACT -> new ExactBoundary(number("planned"), exactly("acceptable"), exactly("allowed"));
            case BAYESIAN ->
                new BayesianBoundary(
                        number("planned"),
                        new Prior(number("priorEvents"), number("priorWithout")),
                        exactly("threshold"),
                        exactly("certainty"),
                        number("from"));
            case THREE_PLUS_THREE -> new ThreePlusThree();
            case BOIN -> new IntervalDesign(number("planned"), exactly("target"));
        };
    }

    private Share exactly(String name) {
        return share(name).orElseThrow();
    }

    private static void note(List<String> wrong, boolean right, String pointer) {
        if (!right) {
            wrong.add(pointer);
        }
    }
}
