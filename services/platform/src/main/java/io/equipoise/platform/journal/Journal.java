package io.equipoise.platform.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Append-only memory of a service. Offers no update and no delete. */
public interface Journal<E> {

    /** The stream's commits after a version, in order. */
    List<Commit<E>> read(String stream, long afterVersion);

    default List<Commit<E>> read(String stream) {
        return read(stream, 0);
    }

    Optional<Commit<E>> find(String commandId);

    /**
     * Remembers for ever, then answers.
     *
     * @throws StaleStream if another commit took this version of the stream first
     * @throws RepeatedCommand if a commit with this command id exists
     */
    Commit<E> append(String stream, long version, Attribution by, List<E> facts);

    /** Commits of a lane with consecutive positions after the given one; stops before a missing number. */
    List<Commit<E>> after(int lane, long position, int limit);

    /** The same for whoever follows the writers; what this process wrote itself may come from memory. */
    default List<Commit<E>> news(int lane, long position, int limit) {
        return after(lane, position, limit);
    }

    int lanes();

    /** Tells the listener the lane after each append of this process, so that nobody needs to poll fast. */
    void onAppend(IntConsumer listener);

    /** Another commit took this version of the stream first: replay and think again. */
    final class StaleStream extends RuntimeException {
        public StaleStream(String stream, long version) {
            super(stream + " already has a version " + version);
        }
    }

    /** A commit with this command id exists: answer with it. */
    final class RepeatedCommand extends RuntimeException {
        public RepeatedCommand(String commandId) {
            super("command " + commandId + " is recorded already");
        }
    }
}
