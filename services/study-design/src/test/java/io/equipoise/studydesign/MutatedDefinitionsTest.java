package io.equipoise.studydesign;

import static io.equipoise.studydesign.Definitions.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Decision;
import io.equipoise.studydesign.adapter.rest.DefinitionText;
import io.equipoise.studydesign.adapter.rest.DefinitionText.Format;
import io.equipoise.studydesign.adapter.rest.DefinitionText.Read;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.Study;
import io.equipoise.studydesign.domain.StudyCommand;
import io.equipoise.studydesign.domain.StudyCommand.Define;
import io.equipoise.studydesign.domain.StudyCommand.Patch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody does to a definition, it is accepted or refused with a place, and nothing breaks or hangs. More of them:
 * {@code -Dmutations=100000 -Dseed=7}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MutatedDefinitionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final int MUTATIONS = Integer.getInteger("mutations", 2_000);
    private static final long SEED = Long.getLong("seed", 20_261_122L);
    private static final List<String> TEXTS = resource("/library/index.txt")
            .lines()
            .map(study -> resource("/library/" + study + ".yaml"))
            .toList();
    private static final List<Map<String, Object>> TREES =
            TEXTS.stream().map(Definitions::read).toList();
    private static final List<Object> ODD = List.of(
            "",
            "-1",
            "1e99",
            "9".repeat(400),
            "\u0000",
            "../..",
            "P0D",
            "P99999999Y",
            "P",
            "2026-02-30",
            "0,5",
            "/dosing/courses/0/schedule",
            "unknown",
            -1,
            0,
            1,
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            true,
            List.of(),
            Map.of(),
            Map.of("basis", "unknown"),
            Map.of("basis", "stated", "value", List.of(Map.of())),
            List.of(List.of(1)));

    private final Random random = new Random(SEED);

    @Test
    void a_mutated_tree_is_accepted_or_refused_with_a_place() {
        var accepted = 0;
        for (int n = 0; n < MUTATIONS; n++) {
            var tree = TREES.get(random.nextInt(TREES.size()));
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                tree = mutated(tree);
            }
            accepted += survives(new Define(String.valueOf(tree.get("study")), tree, NOW), n) ? 1 : 0;
        }
        assertThat(accepted).as("some mutations harm nothing, most do").isBetween(1, MUTATIONS - 1);
    }

    @Test
    void a_mutated_text_is_read_or_refused() {
        for (int n = 0; n < MUTATIONS; n++) {
            var bytes = TEXTS.get(random.nextInt(TEXTS.size())).getBytes(StandardCharsets.UTF_8);
            for (int times = 1 + random.nextInt(4); times > 0; times--) {
                bytes[random.nextInt(bytes.length)] = (byte)
                        (random.nextBoolean() ? random.nextInt(256) : "{}[]:,-'\n #&*".charAt(random.nextInt(13)));
            }
            var number = n;
            var read = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> new DefinitionText(Format.YAML, bytes).read(),
                    () -> "mutation " + number);
            if (read instanceof Read.Tree(var tree)) {
                survives(new Define(String.valueOf(tree.get("study")), tree, NOW), n);
            } else {
                assertThat(((Read.Unreadable) read).reason().code()).isEqualTo("DEFINITION_UNREADABLE");
            }
        }
    }

    @Test
    void a_mutated_patch_is_accepted_or_refused_with_a_place() {
        for (int n = 0; n < MUTATIONS / 4; n++) {
            var patch = mutated(TREES.get(random.nextInt(TREES.size())));
            var study = Definitions.BIO;
            patch.put("study", study);
            survives(new Patch(study, patch, NOW), n);
        }
    }

    private static boolean survives(StudyCommand command, int mutation) {
        try {
            var model = Study.decider(PublishedForm.form());
            var before = command instanceof Patch
                    ? model.replay(accepted(model.decide()
                            .apply(model.initial(), new Define(Definitions.BIO, Definitions.AS_REGISTERED, NOW))))
                    : model.initial();
            return switch (model.decide().apply(before, command)) {
                case Decision.Accepted<?> kept -> true;
                case Decision.Refused<?>(var reason) -> {
                    assertThat(reason.pointers())
                            .as("mutation %d: %s", mutation, reason)
                            .isNotEmpty();
                    yield false;
                }
            };
        } catch (RuntimeException | StackOverflowError broken) {
            throw new AssertionError("mutation " + mutation + " of seed " + SEED + ": " + command, broken);
        }
    }

    private static <E> List<E> accepted(Decision<E> decision) {
        return ((Decision.Accepted<E>) decision).facts();
    }

    /** One change somewhere: taken out, renamed, doubled or replaced. What is not changed is shared with the original. */
    private Map<String, Object> mutated(Map<?, ?> node) {
        var map = new LinkedHashMap<String, Object>();
        node.forEach((name, value) -> map.put(String.valueOf(name), value));
        var names = List.copyOf(map.keySet());
        var name = names.get(random.nextInt(names.size()));
        var child = map.get(name);
        if (goesDeeper(child)) {
            map.put(name, inside(child));
            return map;
        }
        switch (random.nextInt(4)) {
            case 0 -> map.remove(name);
            case 1 -> map.put(name + "x", child);
            case 2 -> map.put(name, List.of(String.valueOf(child)));
            default -> map.put(name, odd());
        }
        return map;
    }

    private List<Object> mutated(List<?> node) {
        var list = new ArrayList<Object>(node);
        int place = random.nextInt(list.size());
        var child = list.get(place);
        if (goesDeeper(child)) {
            list.set(place, inside(child));
            return list;
        }
        switch (random.nextInt(3)) {
            case 0 -> list.remove(place);
            case 1 -> list.add(child);
            default -> list.set(place, odd());
        }
        return list;
    }

    private Object inside(@Nullable Object child) {
        return switch (child) {
            case Map<?, ?> map -> mutated(map);
            case List<?> list -> mutated(list);
            case null, default -> throw new IllegalStateException("nothing is inside of " + child);
        };
    }

    private boolean goesDeeper(@Nullable Object child) {
        return random.nextInt(3) > 0
                && ((child instanceof Map<?, ?> map && !map.isEmpty())
                        || (child instanceof List<?> list && !list.isEmpty()));
    }

    private @Nullable Object odd() {
        return random.nextInt(4) == 0 ? null : ODD.get(random.nextInt(ODD.size()));
    }
}
