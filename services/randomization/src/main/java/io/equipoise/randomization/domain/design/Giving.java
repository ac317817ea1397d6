package io.equipoise.randomization.domain.design;

/** How arms are given in one invented trial: by a rule, or out of blocks that are opened as people come. */
@FunctionalInterface
public interface Giving {

    /** How likely each arm is for the next person, to somebody who knows all that the design knows. */
    Chances chances(Tally before, Newcomer newcomer, Chance chance);

    static Giving by(Rule rule) {
        return (before, newcomer, chance) -> rule.chances(before, newcomer);
    }
}
