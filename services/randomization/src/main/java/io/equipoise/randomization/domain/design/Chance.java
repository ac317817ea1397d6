package io.equipoise.randomization.domain.design;

/** Where chance comes from; what comes is kept so that it can be drawn again. */
@FunctionalInterface
public interface Chance {

    /** A whole number from 0 to bound - 1, each as likely as another. */
    long below(long bound);
}
