package io.equipoise.adverseevent.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the site knows of an event beyond the account, all of it together.
 *
 * @param actions what was done with each product, at most one each
 * @param route by which it is held to have come, where that is known
 * @param component of a treatment of several, a course or a companion of the definition, such as INTRATHECAL or LASER
 * @param period of a crossover in which it began, by the definition's name
 * @param place where it is local to where something was put in
 * @param kinds each once, in the order of the list
 */
public record EventDetails(
        List<ProductAction> actions,
        @Nullable Route route,
        @Nullable String component,
        @Nullable String period,
        @Nullable EventPlace place,
        List<ReportableKind> kinds) {
    public EventDetails {
        actions = List.copyOf(actions);
        kinds = kinds.stream().distinct().sorted().toList();
    }
}
