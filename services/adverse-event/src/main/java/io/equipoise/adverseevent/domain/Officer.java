package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.adverseevent.domain.OfficerCommand.Drop;
import io.equipoise.adverseevent.domain.OfficerCommand.SetQuietHours;
import io.equipoise.adverseevent.domain.OfficerCommand.Subscribe;
import io.equipoise.adverseevent.domain.WatchFact.BrowserDropped;
import io.equipoise.adverseevent.domain.WatchFact.BrowserSubscribed;
import io.equipoise.adverseevent.domain.WatchFact.QuietHoursSet;
import io.equipoise.adverseevent.domain.alerting.Browser;
import io.equipoise.adverseevent.domain.alerting.QuietHours;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one officer wants to be reached: when not, and in which browsers. */
public record Officer(String person, @Nullable QuietHours quiet, List<Browser> browsers) {
    public static final Decider<Officer, OfficerCommand, SafetyFact> DECIDER =
            new Decider<>(new Officer("", null, List.of()), Officer::decide, Officer::evolve);
    private static final int MOST = 20;

    public Officer {
        browsers = List.copyOf(browsers);
    }

    /** Where the officer's facts are kept. */
    public static String stream(String person) {
        return "officer/" + person;
    }

    public Optional<Browser> browser(String id) {
        return browsers.stream().filter(browser -> browser.id().equals(id)).findFirst();
    }

    private static Decision<SafetyFact> decide(Officer state, OfficerCommand command) {
        return switch (command) {
            case SetQuietHours(var person, var hours) -> state.quiet(person, hours);
            case Subscribe(var person, var browser) -> state.subscribe(person, browser);
            case Drop(var id, var at, var why) ->
                state.browser(id).isPresent()
                        ? accept(new BrowserDropped(state.person, id, at, why))
                        : refuse(Refusal.unknown("BROWSER_UNKNOWN", "no such browser of yours is woken"));
        };
    }

    private Decision<SafetyFact> quiet(String person, @Nullable QuietHours hours) {
        if (hours != null && hours.from().equals(hours.until())) {
            return refuse(Refusal.invalid("QUIET_HOURS_EMPTY", "they end at another time than they start", "/until"));
        }
        return Objects.equals(quiet, hours) ? accept() : accept(new QuietHoursSet(person, hours));
    }

    private Decision<SafetyFact> subscribe(String person, Browser browser) {
        if (browsers.contains(browser)) {
            return accept();
        }
        if (browser(browser.id()).isEmpty() && browsers.size() >= MOST) {
            return refuse(Refusal.conflict("TOO_MANY_BROWSERS", "20 browsers are woken already; take one off first"));
        }
        return accept(new BrowserSubscribed(person, browser.id(), browser));
    }

    private static Officer evolve(Officer state, SafetyFact fact) {
        return switch (fact) {
            case QuietHoursSet set -> new Officer(set.person(), set.hours(), state.browsers);
            case BrowserSubscribed set -> {
                var more = new ArrayList<>(state.without(set.id()));
                more.add(set.browser());
                yield new Officer(set.person(), state.quiet, more);
            }
            case BrowserDropped gone -> new Officer(gone.person(), state.quiet, state.without(gone.id()));
            case SafetyFact foreign -> throw new IllegalStateException("not about an officer: " + foreign);
        };
    }

    private List<Browser> without(String id) {
        return browsers.stream().filter(browser -> !browser.id().equals(id)).toList();
    }
}
