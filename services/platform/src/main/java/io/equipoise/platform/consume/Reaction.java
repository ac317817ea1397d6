package io.equipoise.platform.consume;

import java.util.Set;

/**
 * Hands commands to the service's own model when others' facts arrive. May be told twice: the command's id must come from
 * {@link Heard#attribution}.
 */
public interface Reaction {
    Set<String> topics();

    /** @throws NotYet if something it needs has not been heard yet */
    void react(Heard heard);
}
