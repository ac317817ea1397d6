package io.equipoise.randomization.domain.design;

/**
 * A way of deciding at the moment of randomization: from what was given before, the exact chance of each arm for the
 * next person. A rule keeps nothing and knows no names, so that it can be tried out over any number of invented trials.
 */
public sealed interface Rule permits Simple, BiasedCoin, BigStick, Urn, Minimization {

    Chances chances(Tally before, Newcomer newcomer);
}
