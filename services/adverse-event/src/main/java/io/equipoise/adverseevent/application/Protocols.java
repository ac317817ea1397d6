package io.equipoise.adverseevent.application;

import java.util.Optional;

/** What the studies' definitions say about the safety of their people, as far as somebody has said it. */
public interface Protocols {

    /** Empty where no definition of the study was heard. */
    Optional<SafetyProtocol> of(String study);
}
