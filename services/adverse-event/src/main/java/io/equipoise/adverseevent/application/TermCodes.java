package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.EventCoded;
import java.util.List;

/** Under which codes of its dictionary an event counts. */
@FunctionalInterface
public interface TermCodes {

    /** The code that was given, then that of the preferred term above it, where the dictionary says one. */
    List<String> of(EventCoded coded);
}
