package io.equipoise.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** Given these facts, when this is asked, then these facts follow or this refusal is given. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class Specification<S, C, E> {
    private final Decider<S, C, E> decider;

    protected Specification(Decider<S, C, E> decider) {
        this.decider = decider;
    }

    @SafeVarargs
    protected final Given given(E... facts) {
        return new Given(List.of(facts));
    }

    protected final Given given(List<? extends E> facts) {
        return new Given(List.copyOf(facts));
    }

    public final class Given {
        private final List<E> facts;

        private Given(List<E> facts) {
            this.facts = facts;
        }

        public Outcome when(C command) {
            return new Outcome(facts, decider.decide().apply(decider.replay(facts), command));
        }

        /** More facts, so that a common history can be a constant. */
        @SafeVarargs
        public final Given and(E... more) {
            var all = new ArrayList<>(facts);
            all.addAll(List.of(more));
            return new Given(all);
        }
    }

    public final class Outcome {
        private final List<E> facts;
        private final Decision<E> decision;

        private Outcome(List<E> facts, Decision<E> decision) {
            this.facts = facts;
            this.decision = decision;
        }

        /** Also folds the new facts onto the old: what decide emits, evolve must take. */
        @SafeVarargs
        public final Given then(E... expected) {
            assertThat(decision).isEqualTo(new Decision.Accepted<>(List.of(expected)));
            decider.replay(decider.replay(facts), List.of(expected));
            return new Given(facts).and(expected);
        }

        /** Accepted with facts that the caller looks at one by one. */
        public List<E> accepted() {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            var found = ((Decision.Accepted<E>) decision).facts();
            decider.replay(decider.replay(facts), found);
            return found;
        }

        public Refusal refused(String code) {
            assertThat(decision).isInstanceOf(Decision.Refused.class);
            var reason = ((Decision.Refused<E>) decision).reason();
            assertThat(reason.code()).isEqualTo(code);
            assertThat(reason.detail()).isNotBlank();
            return reason;
        }
    }
}
