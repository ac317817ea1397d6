package io.equipoise.randomization.domain.design;

/** What becomes of the order in which minimization would like to give the arms. */
public enum Coin {
    /** The first arm with the given probability, the others alike. Mends no ratio: unequal shares drift towards equal. */
    PREFERRED,
    /** Falls evenly from the first arm to the last: q - 2(Nq - 1)k / (N(N + 1)) for the k-th of N equal arms. */
    RANK_LINEAR,
    /** Han's, for unequal shares (Statistics in Medicine 2009;28:3329): chances that keep the ratio in the long run. */
    HAN
}
