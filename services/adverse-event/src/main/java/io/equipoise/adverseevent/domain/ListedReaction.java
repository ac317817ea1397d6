package io.equipoise.adverseevent.domain;

import org.jspecify.annotations.Nullable;

/**
 * A reaction that a product's reference safety information lists.
 *
 * @param term as listed; compared with an event's term without regard to capitals and spaces
 * @param code of the term in a dictionary, where the list names it
 * @param highestGrade up to which severity it is expected, 1 to 5 (CTCAE v5)
 * @param serious whether it is expected when it is serious too
 */
public record ListedReaction(String term, @Nullable String code, int highestGrade, boolean serious) {}
