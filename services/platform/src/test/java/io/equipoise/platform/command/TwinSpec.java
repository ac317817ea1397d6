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
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The same command in two processes at once: whoever comes second answers as the first did. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwinSpec {
    static final Attribution BY =
            new Attribution("once", "once", "anna", "role", Instant.EPOCH, null, null, "once", null, null);
    static final Decider<Boolean, String, String> ONLY_ONCE = new Decider<>(
            false,
            (done, word) -> done ? Decision.refuse(Refusal.conflict("DONE", "done already")) : Decision.accept(word),
            (done, word) -> true);

    /** A journal in which a twin records the command just after the first look for it. */
    static final class TwinIsFaster implements Journal<String> {
        final List<Commit<String>> commits = new ArrayList<>();

        @Override
        public Optional<Commit<String>> find(String commandId) {
            var found = commits.stream()
                    .filter(commit -> commit.by().commandId().equals(commandId))
                    .findFirst();
            if (commits.isEmpty()) {
                append("stream", 1, BY, List.of("word"));
            }
            return found;
        }

        @Override
        public List<Commit<String>> read(String stream, long afterVersion) {
            return commits.stream()
                    .filter(commit -> commit.version() > afterVersion)
                    .toList();
        }

        @Override
        public Commit<String> append(String stream, long version, Attribution by, List<String> facts) {
            commits.add(new Commit<>(stream, version, 0, version, by, facts));
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
        public void onAppend(Runnable listener) {}
    }

    @Test
    void a_command_whose_twin_was_faster_is_answered_with_the_twins_facts() {
        var journal = new TwinIsFaster();
        assertThat(new CommandHandler<>(journal, ONLY_ONCE).handle("stream", "word", BY))
                .isEqualTo(new Outcome.Recorded<>(journal.commits.getFirst(), true));
        assertThat(journal.commits).hasSize(1);
    }
}
