package io.equipoise.chaos.trial;

/** One test of the catalogue. Every run is bounded. */
@FunctionalInterface
public interface Trial {
    Verdict run(House house) throws Exception;
}
