package io.equipoise.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same command in two processes at once: whoever comes second answers as the first did. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwinSpec {
    static final Attribution BY =
            new Attribution("once", "once", "anna", "role", Instant.EPOCH, null, null, "once", null, null);
    static final Attribution OTHER =
            new Attribution("other", "other", "ben", "role", Instant.EPOCH, null, null, "other", null, null);
    static final Decider<Boolean, String, String> ONLY_ONCE = new Decider<>(
            false,
            (done, word) -> done ? Decision.refuse(Refusal.conflict("DONE", "done already")) : Decision.accept(word),
            (done, word) -> true);

    /** A journal in which somebody else is faster: before the stream is read, or between reading and recording. */
    static final class Race implements Journal<String> {
        final List<Commit<String>> commits = new ArrayList<>();
        private final Attribution faster;
        private boolean isRead;

        Race(Attribution faster, boolean beforeReading) {
            this.faster = faster;
            if (beforeReading) {
                record(faster, 1);
                isRead = true;
            }
        }

        @Override
        public Optional<Commit<String>> find(String commandId) {
            return commits.stream()
                    .filter(commit -> commit.by().commandId().equals(commandId))
                    .findFirst();
        }

        @Override
        public List<Commit<String>> read(String stream, long afterVersion) {
            var found = commits.stream()
                    .filter(commit -> commit.version() > afterVersion)
                    .toList();
            if (!isRead) {
                isRead = true;
                record(faster, 1);
            }
            return found;
        }

        @Override
        public Commit<String> append(String stream, long version, Attribution by, List<String> facts) {
            if (find(by.commandId()).isPresent()) {
                throw new RepeatedCommand(by.commandId());
            }
            if (version <= commits.size()) {
                throw new StaleStream(stream, version);
            }
            return record(by, version);
        }

        private Commit<String> record(Attribution by, long version) {
            commits.add(new Commit<>("stream", version, 0, version, by, List.of("word")));
            return commits.getLast();
        }

        @Override
        public List<Commit<String>> after(int lane, long position, int limit) {
            return List.of();
        }

        @Override
        public int lanes() {
            return 1;
        }

        @Override
        public void onAppend(IntConsumer listener) {}
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_command_whose_twin_was_faster_is_answered_with_the_twins_facts(boolean beforeReading) {
        var journal = new Race(BY, beforeReading);
        assertThat(new CommandHandler<>(journal, ONLY_ONCE).handle("stream", "word", BY))
                .isEqualTo(new Outcome.Recorded<>(journal.commits.getFirst(), true));
        assertThat(journal.commits).hasSize(1);
    }

    @Test
    void a_repeat_that_nothing_stands_in_the_way_of_is_answered_with_the_first_ones_facts() {
        var journal = new Race(BY, true);
        var always = new Decider<Boolean, String, String>(
                false, (done, word) -> Decision.accept(word), (done, word) -> true);
        assertThat(new CommandHandler<>(journal, always).handle("stream", "word", BY))
                .isEqualTo(new Outcome.Recorded<>(journal.commits.getFirst(), true));
        assertThat(journal.commits).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void another_command_that_was_faster_is_thought_about(boolean beforeReading) {
        var journal = new Race(OTHER, beforeReading);
        assertThat(new CommandHandler<>(journal, ONLY_ONCE).handle("stream", "word", BY))
                .isEqualTo(new Outcome.Refused<>(Refusal.conflict("DONE", "done already")));
        assertThat(journal.commits).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void another_request_under_the_id_of_a_command_is_refused(boolean beforeReading) {
        var journal = new Race(BY, beforeReading);
        var other = new Attribution("once", "other", "anna", "role", Instant.EPOCH, null, null, "once", null, null);
        var answer = new CommandHandler<>(journal, ONLY_ONCE).handle("stream", "word", other);
        assertThat(answer).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<String>) answer).reason().code()).isEqualTo("COMMAND_ID_REUSED");
    }
}
