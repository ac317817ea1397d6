package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.OnTheStack;
import io.equipoise.randomization.TimedStudy.Door;
import io.equipoise.randomization.application.Allocations;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How long answers take through the real doors says nothing about the arm: randomizing, the same asked again, dispensing,
 * and what blinded people read right after it. Neighbours on the list, one of each arm, are paired; each door is tested by
 * itself at alpha 0.001. Asked for with {@code -Dequipoise.timing=10000} pairs.
 */
@SpringBootTest(
        classes = {RandomizationService.class, DoorTimesIT.Planting.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "logging.level.root=WARN")
@DisplayNameGeneration(ReplaceUnderscores.class)
@EnabledIfSystemProperty(named = "equipoise.timing", matches = "[0-9]+")
class DoorTimesIT implements OnTheStack {
    private static final int PLANTED_PAIRS = 1_000;
    private static final int PLANTED_NANOS = 500_000;

    private final MongoDatabase database;
    private final Doors doors;
    private final Slow slow;
    private int studies;

    DoorTimesIT(@Autowired MongoDatabase database, @Autowired Slow slow, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
        this.slow = slow;
    }

    /** A careless change: work that is done for one arm only, before the answer goes out. */
    static final class Slow extends OncePerRequestFilter {
        private final Allocations allocations;
        private volatile boolean planted;

        Slow(Allocations allocations) {
            this.allocations = allocations;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(request, response);
            if (planted && TimedStudy.isOnFirstArm(allocations, request.getRequestURI())) {
                long end = System.nanoTime() + PLANTED_NANOS;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    @TestConfiguration
    static class Planting {
        @Bean
        Slow slow(Allocations allocations) {
            return new Slow(allocations);
        }
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES) // ten thousand pairs take their time
    void no_door_answers_one_arm_sooner_than_the_other() throws Exception {
        measured(TimedStudy.PAIRS);
        int pairs = Integer.getInteger("equipoise.timing");
        for (var door : measured(pairs).entrySet()) {
            System.out.println(line(door.getKey(), door.getValue()));
            assertThat(Math.abs(SignedRanks.z(door.getValue())))
                    .as("z at %s over %d pairs", door.getKey(), pairs)
                    .isLessThan(SignedRanks.CRITICAL);
        }
    }

    @Test
    void half_a_millisecond_for_one_arm_planted_behind_the_doors_is_seen() throws Exception {
        measured(TimedStudy.PAIRS);
        slow.planted = true;
        try {
            var differences = measured(PLANTED_PAIRS).get(Door.RANDOMIZING);
            System.out.println("planted: " + line(Door.RANDOMIZING, differences));
            assertThat(Math.abs(SignedRanks.z(differences))).isGreaterThan(SignedRanks.CRITICAL);
        } finally {
            slow.planted = false;
        }
    }

    /** Time for the first arm less time for the second, in nanoseconds, door by door. */
    private Map<Door, long[]> measured(int pairs) throws Exception {
        var all = new EnumMap<Door, long[]>(Door.class);
        for (int begun = 0; begun < pairs; begun += TimedStudy.PAIRS) {
            var study = new TimedStudy("TIMES%06d".formatted(++studies), doors, database);
            study.make();
            study.lived(Math.min(TimedStudy.PAIRS, pairs - begun))
                    .forEach((door, differences) -> all.merge(
                            door,
                            differences,
                            (before, more) -> LongStream.concat(Arrays.stream(before), Arrays.stream(more))
                                    .toArray()));
        }
        return all;
    }

    private static String line(Door door, long[] differences) {
        var sorted = Arrays.stream(differences).sorted().toArray();
        return "%-14s %,7d pairs, z %6.2f, median difference %,d ns, quartiles %,d and %,d ns"
                .formatted(
                        door,
                        sorted.length,
                        SignedRanks.z(differences),
                        sorted[sorted.length / 2],
                        sorted[sorted.length / 4],
                        sorted[sorted.length * 3 / 4]);
    }
}
