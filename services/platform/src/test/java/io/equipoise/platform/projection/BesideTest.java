package io.equipoise.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BesideTest {
    private static final int STREAMS = 40;

    /** Versions 1 to 5 of each stream, the streams in turn. */
    private final List<Commit<String>> commits = IntStream.range(0, STREAMS * 5)
            .mapToObj(n -> commit("s" + n % STREAMS, n / STREAMS + 1, n + 1))
            .toList();

    private record Model(boolean byStream, Consumer<Commit<String>> each) implements OwnProjection<String> {
        @Override
        public void apply(Commit<String> commit) {
            each.accept(commit);
        }

        @Override
        public List<String> collections() {
            return List.of();
        }
    }

    @Test
    void each_stream_is_seen_in_order_and_who_promises_nothing_sees_all_in_order() {
        Map<String, List<Long>> versions = new ConcurrentHashMap<>();
        var positions = new CopyOnWriteArrayList<Long>();
        Beside.apply(
                commits,
                List.of(
                        new Model(
                                true,
                                commit -> versions.computeIfAbsent(
                                                commit.stream(), stream -> new CopyOnWriteArrayList<>())
                                        .add(commit.version())),
                        new Model(false, commit -> positions.add(commit.position()))));
        assertThat(versions)
                .hasSize(STREAMS)
                .allSatisfy((stream, seen) -> assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L));
        assertThat(positions).isSorted().hasSize(commits.size());
    }

    @Test
    void streams_are_really_handled_beside_each_other() {
        var meeting = new CyclicBarrier(2);
        var met = new CopyOnWriteArrayList<String>();
        Beside.apply(List.of(commit("one", 1, 1), commit("other", 1, 2)), List.of(new Model(true, commit -> {
            try {
                meeting.await(20, TimeUnit.SECONDS);
                met.add(commit.stream());
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new IllegalStateException(alone);
            }
        })));
        assertThat(met).containsExactlyInAnyOrder("one", "other");
    }

    @Test
    void one_that_fails_fails_the_whole_after_the_others_have_ended() {
        var seen = new CopyOnWriteArrayList<String>();
        var model = new Model(true, commit -> {
            if (commit.stream().equals("s7")) {
                throw new IllegalArgumentException("no store");
            }
            seen.add(commit.stream());
        });
        assertThatThrownBy(() -> Beside.apply(commits, List.of(model)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no store");
        assertThat(seen).hasSize((STREAMS - 1) * 5);
    }

    private static Commit<String> commit(String stream, long version, long position) {
        var at = Instant.parse("2026-11-23T08:00:00Z");
        var by = new Attribution("c" + position, "c", "system", "system", at, null, null, "c", null, null);
        return new Commit<>(stream, version, 0, position, by, List.of("fact"));
    }
}
