package io.equipoise.adverseevent.domain;

import org.jspecify.annotations.Nullable;

/** What is put to an event beside the site's account of it, in the same stream; it never leaves this room. */
public sealed interface EventAddition extends PersonFact permits JudgementFact, EventDetailed, EventCoded {
    String event();

    /** What was given as a reason; nothing where none was asked for. */
    @Nullable
    String reason();

    /** In one line, for people. */
    String words();
}
