package io.equipoise.randomization.application;

import io.equipoise.randomization.domain.ReportedEvent;
import java.util.Optional;

/** The adverse events that we were told of. */
public interface ReportedEvents {
    Optional<ReportedEvent> find(String event);
}
