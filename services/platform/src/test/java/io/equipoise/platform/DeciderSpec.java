package io.equipoise.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeciderSpec extends Specification<Integer, Integer, Integer> {
    DeciderSpec() {
        super(new Decider<>(
                0,
                (sum, add) -> sum + add > 10
                        ? Decision.refuse(Refusal.conflict("TOO_MUCH", "at most ten"))
                        : Decision.accept(add),
                Integer::sum));
    }

    @Test
    void what_is_accepted_follows() {
        given(3, 4).when(2).then(2);
    }

    @Test
    void what_is_refused_says_why() {
        assertThat(given(3, 4).when(9).refused("TOO_MUCH").kind()).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void replay_folds_in_order() {
        assertThat(new Decider<String, String, String>("", (s, c) -> Decision.accept(c), String::concat)
                        .replay(List.of("a", "b")))
                .isEqualTo("ab");
    }
}
