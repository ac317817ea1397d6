package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event and what the site knows of it beyond the account, by the stream of the event. */
public record DetailedEvent(
        @Nullable AdverseEventFact account, @Nullable EventDetails details) {
    public static final Decider<DetailedEvent, Detail, SafetyFact> DECIDER =
            new Decider<>(new DetailedEvent(null, null), DetailedEvent::decide, DetailedEvent::evolve);

    private static final int LONGEST_REASON = 2_000;

    /**
     * Put details on record.
     *
     * @param reason why they differ from those before; needed where there are some
     * @param names that the study's definition uses
     */
    public record Detail(EventDetails details, @Nullable String reason, Names names) {}

    /** What a study's definition calls its products, the parts of its treatment and the periods of its crossover. */
    public record Names(Set<String> products, Set<String> components, Set<String> periods) {
        public Names {
            products = Set.copyOf(products);
            components = Set.copyOf(components);
            periods = Set.copyOf(periods);
        }
    }

    private static Decision<SafetyFact> decide(DetailedEvent state, Detail command) {
        var about = state.account;
        if (about == null) {
            return refuse(Refusal.unknown("ADVERSE_EVENT_UNKNOWN", "no such adverse event is on record"));
        }
        if (command.details().equals(state.details)) {
            return accept();
        }
        var no = state.refusal(command);
        return no.isPresent()
                ? refuse(no.get())
                : accept(new EventDetailed(about.event(), about.subject(), command.details(), command.reason()));
    }

    private Optional<Refusal> refusal(Detail command) {
        var component = command.details().component();
        var period = command.details().period();
        var reason = command.reason();
        if (component != null && !command.names().components().contains(component)) {
            return invalid(
                    "COMPONENT_UNKNOWN",
                    "the definition names no course or companion \"" + component + "\"",
                    "/component");
        }
        if (period != null && !command.names().periods().contains(period)) {
            return invalid("PERIOD_UNKNOWN", "the definition names no period \"" + period + "\"", "/period");
        }
        if (details != null && (reason == null || reason.isBlank())) {
            return invalid("REASON_MISSING", "say why the details change", "/reason");
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            return invalid("REASON_TOO_LONG", "a reason has at most 2000 characters", "/reason");
        }
        return actions(command);
    }

    private static Optional<Refusal> actions(Detail command) {
        var actions = command.details().actions();
        var seen = new HashSet<String>();
        for (int i = 0; i < actions.size(); i++) {
            var product = actions.get(i).product();
            var pointer = "/actions/" + i + "/product";
            if (!command.names().products().contains(product)) {
                return invalid(
                        "PRODUCT_UNKNOWN", "the study's definition names no product \"" + product + "\"", pointer);
            }
            if (!seen.add(product)) {
                return invalid("ACTION_REPEATED", "one action a product: " + product + " is named twice", pointer);
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> invalid(String code, String detail, String pointer) {
        return Optional.of(Refusal.invalid(code, detail, pointer));
    }

    private static DetailedEvent evolve(DetailedEvent state, SafetyFact fact) {
        return switch (fact) {
            case AdverseEventFact said -> new DetailedEvent(said, state.details);
            case EventDetailed more -> new DetailedEvent(state.account, more.details());
            case EventAddition addition -> state;
            case SafetyFact foreign -> throw new IllegalStateException("not about an adverse event: " + foreign);
        };
    }
}
