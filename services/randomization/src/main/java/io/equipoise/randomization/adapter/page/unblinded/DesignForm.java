package io.equipoise.randomization.adapter.page.unblinded;

import io.equipoise.platform.web.Problem;
import io.equipoise.randomization.domain.DesignKind;
import io.equipoise.randomization.domain.Parameters;
import io.equipoise.randomization.domain.SimulationPlan.Tried;
import io.equipoise.randomization.domain.design.Coin;
import io.equipoise.randomization.domain.design.Measure;
import io.equipoise.randomization.domain.design.Probability;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the two designs of the form, as it was filled in. Nothing is filled in for anybody.
 *
 * @param side a or b, before the fields' names
 */
record DesignForm(String side, Map<String, String> given) {
    private static final String BLOCKS = "PERMUTED_BLOCKS";

    /** A field as it is drawn; one with choices is a list to choose from. */
    record Field(String name, String label, String hint, List<String> choices) {
        static Field text(String name, String label, String hint) {
            return new Field(name, label, hint, List.of());
        }

        static Field choice(String name, String label, Stream<?> choices) {
            return new Field(name, label, "", choices.map(String::valueOf).toList());
        }
    }

    static final List<Field> FIELDS = List.of(
            Field.choice(
                    "design",
                    "Design",
                    Stream.concat(
                            Stream.of(BLOCKS),
                            Arrays.stream(DesignKind.values()).filter(DesignKind::decidesHere))),
            Field.text("blockSizes", "Block sizes", "such as 2, 4"),
            Field.choice("within", "Counts within", Arrays.stream(Parameters.Scope.values())),
            Field.text("probability", "Probability", "such as 2/3"),
            Field.text("limit", "Farthest ahead", "such as 3"),
            Field.text("alpha", "Balls to begin with", "such as 1"),
            Field.text("beta", "Balls after a draw", "such as 1"),
            Field.choice("measure", "Measure", Arrays.stream(Measure.values())),
            Field.choice("coin", "Coin", Arrays.stream(Coin.values())),
            Field.text("factors", "Factors with weights", "such as SEX=1, SITE=2"));

    boolean isEmpty() {
        return FIELDS.stream().allMatch(field -> text(field.name()).isEmpty());
    }

    public String text(String name) {
        return given.getOrDefault(side + "." + name, "").strip();
    }

    Tried tried() {
        if (text("design").equals(BLOCKS)) {
            FIELDS.stream()
                    .map(Field::name)
                    .filter(name -> !name.equals("design") && !name.equals("blockSizes"))
                    .forEach(this::unused);
            return new Tried.Blocks(Arrays.stream(text("blockSizes").split(","))
                    .filter(size -> !size.isBlank())
                    .map(size -> number("blockSizes", size.strip()))
                    .toList());
        }
        unused("blockSizes");
        return new Tried.Decided(new Parameters(
                one("design", DesignKind.class).orElseThrow(() -> malformed("design", "Choose a design.")),
                one("within", Parameters.Scope.class).orElse(null),
                probability(),
                whole("limit"),
                whole("alpha"),
                whole("beta"),
                one("measure", Measure.class).orElse(null),
                one("coin", Coin.class).orElse(null),
                Arrays.stream(text("factors").split(","))
                        .filter(factor -> !factor.isBlank())
                        .map(this::weight)
                        .toList()));
    }

    private @Nullable Probability probability() {
        return text("probability").isEmpty()
                ? null
                : Probability.read(text("probability"))
                        .orElseThrow(() -> Problem.badRequest(
                                "PROBABILITY_MALFORMED",
                                "A probability is written 2/3 or 0.85, with at most four decimals.",
                                "/probability"));
    }

    private Parameters.Weight weight(String factor) {
        int sign = factor.lastIndexOf('=');
        if (sign < 0) {
            throw malformed("factors", "A factor is written with its weight, such as SEX=1.");
        }
        return new Parameters.Weight(
                factor.substring(0, sign).strip(),
                number("factors", factor.substring(sign + 1).strip()));
    }

    private @Nullable Integer whole(String name) {
        return text(name).isEmpty() ? null : (Integer) number(name, text(name));
    }

    private <E extends Enum<E>> Optional<E> one(String name, Class<E> kind) {
        if (text(name).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(kind.getEnumConstants())
                .filter(each -> each.name().equals(text(name)))
                .findFirst()
                .orElseThrow(() -> malformed(name, "Choose one of the list.")));
    }

    private void unused(String name) {
        if (!text(name).isEmpty()) {
            throw Problem.badRequest("DESIGN_PARAMETER_SURPLUS", "The design makes no use of it.", "/" + name);
        }
    }

    static int number(String name, String text) {
        if (!text.matches("\\d{1,6}")) {
            throw malformed(name, "A whole number of up to six digits is wanted.");
        }
        return Integer.parseInt(text);
    }

    private static Problem malformed(String name, String detail) {
        return Problem.badRequest("FIELD_MALFORMED", detail, "/" + name);
    }
}
