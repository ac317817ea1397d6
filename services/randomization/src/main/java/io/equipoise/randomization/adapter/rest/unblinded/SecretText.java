package io.equipoise.randomization.adapter.rest.unblinded;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Text that goes through the door in clear and never prints itself: a seed, an arm, a manufacturer's lot. */
record SecretText(@JsonValue String text) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    SecretText {}

    @Override
    public String toString() {
        return "SecretText[hidden]";
    }
}
