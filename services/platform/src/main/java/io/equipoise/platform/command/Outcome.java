package io.equipoise.platform.command;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Commit;

/** What became of a command. */
public sealed interface Outcome<E> {

    /** Its facts are in the journal; repeated, if they were there before this asking. */
    record Recorded<E>(Commit<E> commit, boolean repeated) implements Outcome<E> {}

    /** What was asked for held already; nothing was recorded. */
    record Unchanged<E>() implements Outcome<E> {}

    /** Nothing was recorded, for this reason. */
    record Refused<E>(Refusal reason) implements Outcome<E> {}
}
