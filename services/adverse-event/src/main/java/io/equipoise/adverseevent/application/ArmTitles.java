package io.equipoise.adverseevent.application;

import java.util.Optional;

/** What the protocol, which is public, calls an arm and what it gives. Says nothing of who is in it. */
public interface ArmTitles {
    Optional<String> title(String study, String arm);

    /** The title of the product that an arm of a crossover gives in a period; empty where it is no crossover. */
    Optional<String> product(String study, String arm, String period);
}
