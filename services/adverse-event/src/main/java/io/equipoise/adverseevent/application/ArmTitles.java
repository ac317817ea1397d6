package io.equipoise.adverseevent.application;

import java.util.Optional;

/** What the protocol, which is public, calls an arm. Says nothing of who is in it. */
public interface ArmTitles {
    Optional<String> title(String study, String arm);
}
