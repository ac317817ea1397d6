package io.equipoise.adverseevent.domain.stopping;

/** A way to say when toxicity is too much, with all of its numbers. */
public sealed interface Method permits ExactBoundary, BayesianBoundary, ThreePlusThree, IntervalDesign {
    Boundary boundary();

    /** In words, what the boundary reaches as a whole. */
    String attained(Boundary boundary);

    /** In words, what so many events in n people say. */
    String evidence(int n, int events);
}
