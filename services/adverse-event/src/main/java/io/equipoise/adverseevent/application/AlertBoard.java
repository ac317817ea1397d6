package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.application.AlertCard.Clock;
import io.equipoise.adverseevent.application.AlertCard.OnCall;
import io.equipoise.adverseevent.application.AlertCard.Receipt;
import io.equipoise.adverseevent.application.AlertCard.Rule;
import io.equipoise.adverseevent.application.AlertCard.Taken;
import io.equipoise.adverseevent.application.SafetyViews.Span;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.Channel;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.adverseevent.domain.alerting.RuleKind;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.journal.Journal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All alerts, for a page: those that wait, and those that somebody has taken over. */
public final class AlertBoard {
    /** How many of each kind a page shows. */
    public static final int LISTED = 100;

    private final SafetyViews views;
    private final AlertInbox inbox;
    private final House house;
    private final Reporting reporting;
    private final Journal<SafetyFact> journal;

    public AlertBoard(
            SafetyViews views, AlertInbox inbox, House house, Reporting reporting, Journal<SafetyFact> journal) {
        this.views = views;
        this.inbox = inbox;
        this.house = house;
        this.reporting = reporting;
        this.journal = journal;
    }

    /**
     * Newest first, at most {@link #LISTED} of each.
     *
     * @param after how many newer ones wait that are not listed
     * @param allWaiting how many wait in all
     * @param allTaken how many are taken over in all
     */
    public record Board(List<AlertCard> waiting, int after, int allWaiting, List<AlertCard> taken, int allTaken) {
        public Board {
            waiting = List.copyOf(waiting);
            taken = List.copyOf(taken);
        }

        public int last() {
            return after + waiting.size();
        }

        /** Where older ones that wait are listed; 0 where there are none. */
        public int older() {
            return last() < allWaiting ? last() : 0;
        }
    }

    /** The alerts of the sites that one may see; those that wait after the newest so many. */
    public Board board(Set<String> sites, int after) {
        var waiting = views.alerts(sites, true, new Span(after, LISTED));
        var taken = views.alerts(sites, false, new Span(0, LISTED));
        return new Board(
                waiting.alerts().stream().flatMap(this::card).toList(),
                after,
                waiting.all(),
                taken.alerts().stream().flatMap(this::card).toList(),
                taken.all());
    }

    public Optional<AlertCard> card(String alert) {
        return views.alert(alert).stream().flatMap(this::card).findFirst();
    }

    /** Everything on record of an alert and its event, oldest first. */
    public AlertStory story(AlertCard card) {
        var zone = SubjectId.parse(card.subject()).flatMap(house::zone).orElse(null);
        return AlertStory.of(reporting.history(card.event()), journal.read(Alert.stream(card.alert())), zone);
    }

    /** The event's narrative that stands; empty where none was given. */
    public String narrative(AlertCard card) {
        return Optional.ofNullable(reporting.event(card.event()).narrative()).orElse("");
    }

    private Stream<AlertCard> card(Map<String, Object> alert) {
        var subject = SubjectId.parse(text(alert, "subject")).orElseThrow();
        var zone = house.zone(subject).orElse(null);
        return reporting.event(text(alert, "event")).latest().stream()
                .map(event -> new AlertCard(
                        text(alert, "alert"),
                        event.event(),
                        subject.study(),
                        subject.site(),
                        subject.toString(),
                        event.account(),
                        event.given(),
                        SiteTime.of(event.account().onset(), zone),
                        time(alert, "raisedAt", zone),
                        clock(alert, zone),
                        all(alert, "rules", AlertBoard::rule),
                        all(alert, "onCall", AlertBoard::onCall),
                        all(alert, "deliveries", each -> receipt(each, zone)),
                        taken(alert, zone)));
    }

    private Clock clock(Map<String, Object> alert, @Nullable ZoneId zone) {
        var due = inbox.nextStepAt(alert).map(at -> SiteTime.of(at, zone)).orElse(null);
        return new Clock(AlertInbox.steps(alert), due, inbox.nextStep(alert));
    }

    private static <T> List<T> all(Map<String, Object> alert, String field, Function<Map<?, ?>, T> each) {
        return alert.get(field) instanceof List<?> stored
                ? stored.stream().map(one -> each.apply((Map<?, ?>) one)).toList()
                : List.of();
    }

    private static Rule rule(Map<?, ?> met) {
        return new Rule(RuleKind.valueOf(text(met, "kind")).words(), text(met, "because"));
    }

    private static OnCall onCall(Map<?, ?> noted) {
        var people = noted.get("people") instanceof List<?> named
                ? named.stream().map(Object::toString).collect(Collectors.joining(", "))
                : "";
        return new OnCall(noted.get("step") instanceof Integer step ? step : 0, people);
    }

    private Receipt receipt(Map<?, ?> delivery, @Nullable ZoneId zone) {
        var state = text(delivery, "state");
        var target = new Target(Channel.valueOf(text(delivery, "channel")), text(delivery, "to"));
        var lost = (state.equals("DUE") || state.equals("FAILING")) && inbox.isOutOfReach(target);
        var when = state.equals("HELD") ? "until" : "at";
        return new Receipt(
                delivery.get("step") instanceof Integer step ? step : 0,
                text(delivery, "channel"),
                text(delivery, "to"),
                lost ? "OUT_OF_REACH" : state,
                delivery.get(when) == null ? null : time(delivery, when, zone),
                delivery.get("attempts") instanceof Integer attempts ? attempts : 0,
                lost ? "nobody knows it any more" : delivery.get("problem") == null ? "" : text(delivery, "problem"));
    }

    private static @Nullable Taken taken(Map<String, Object> alert, @Nullable ZoneId zone) {
        return alert.get("acknowledgedBy") == null
                ? null
                : new Taken(text(alert, "acknowledgedBy"), time(alert, "acknowledgedAt", zone), text(alert, "note"));
    }

    private static SiteTime time(Map<?, ?> from, String field, @Nullable ZoneId zone) {
        return SiteTime.of(Instant.parse(text(from, field)), zone);
    }

    private static String text(Map<?, ?> from, String field) {
        return String.valueOf(from.get(field));
    }
}
