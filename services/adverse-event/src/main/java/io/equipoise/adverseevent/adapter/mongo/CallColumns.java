package io.equipoise.adverseevent.adapter.mongo;

import io.equipoise.adverseevent.domain.CallFact;
import io.equipoise.adverseevent.domain.CallFact.AcknowledgedByLink;
import io.equipoise.adverseevent.domain.CallFact.AlertGivenUp;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldBack;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldTold;
import io.equipoise.adverseevent.domain.CallFact.AlertPlanned;
import io.equipoise.adverseevent.domain.CallFact.AlertReasoned;
import io.equipoise.adverseevent.domain.CallFact.OnCallNoted;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.adverseevent.domain.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What stands beside an alert, in the document of that alert. */
final class CallColumns {
    private static final String STATE = "state";
    private static final String HELD = "HELD";

    private CallColumns() {}

    static void change(Document alert, CallFact fact) {
        switch (fact) {
            case AlertReasoned reasoned ->
                alert.append("rulesVersion", reasoned.rulesVersion())
                        .append(
                                "rules",
                                reasoned.rules().stream()
                                        .map(rule -> new Document(
                                                        "kind", rule.kind().name())
                                                .append("because", rule.because()))
                                        .toList());
            case AlertPlanned planned ->
                alert.append(
                        "ladder",
                        planned.rungs().stream()
                                .map(rung ->
                                        new Document("after", rung.after().toString()).append("tell", rung.words()))
                                .toList());
            case OnCallNoted noted -> add(alert, "onCall", onCall(noted));
            case AlertHeldBack(var id, var subject, var step, var held) ->
                held.targets().forEach(target -> hold(alert, new Delivery(step, target), held.until()));
            case AlertHeldTold(var id, var subject, var step, var held, var at) ->
                held.targets()
                        .forEach(target ->
                                find(alert, new Delivery(step, target)).append(STATE, "DUE"));
            case AlertGivenUp(var id, var subject, var delivery, var at, var why) ->
                find(alert, delivery)
                        .append(STATE, "GIVEN_UP")
                        .append("at", at.toString())
                        .append("problem", why);
            case AcknowledgedByLink link ->
                alert.append("byLinkTo", link.delivery().target().to());
        }
    }

    private static Document onCall(OnCallNoted noted) {
        return new Document("step", noted.step())
                .append("at", noted.at().toString())
                .append("rotaVersion", noted.rotaVersion())
                .append("people", noted.people());
    }

    /** When the alert wants a look: at its ladder's next step or the end of the first quiet hours; absent where never. */
    static void wake(Document alert) {
        var times = Stream.concat(
                        Stream.ofNullable(nextStep(alert)),
                        alert.getList("deliveries", Document.class, List.of()).stream()
                                .filter(delivery -> HELD.equals(delivery.getString(STATE)))
                                .map(delivery -> delivery.getString("until")))
                .map(Instant::parse)
                .min(Instant::compareTo);
        alert.remove("wakeAt");
        if ("OPEN".equals(alert.getString(STATE))) {
            times.ifPresent(at -> alert.append("wakeAt", at.toEpochMilli()));
        }
    }

    private static @Nullable String nextStep(Document alert) {
        var ladder = alert.getList("ladder", Document.class, List.of());
        var next = alert.getInteger("steps", 0) + 1;
        return next < ladder.size()
                ? Instant.parse(alert.getString("raisedAt"))
                        .plus(Duration.parse(ladder.get(next).getString("after")))
                        .toString()
                : null;
    }

    private static void hold(Document alert, Delivery delivery, Instant until) {
        add(
                alert,
                "deliveries",
                new Document("step", delivery.step())
                        .append("channel", delivery.target().channel().name())
                        .append("to", delivery.target().to())
                        .append(STATE, HELD)
                        .append("until", until.toString()));
    }

    private static void add(Document alert, String field, Document more) {
        var all = new ArrayList<>(alert.getList(field, Document.class, List.of()));
        all.add(more);
        alert.append(field, all);
    }

    static Document find(Document alert, Delivery delivery) {
        return alert.getList("deliveries", Document.class, List.of()).stream()
                .filter(stored -> stored.getInteger("step") == delivery.step() && goesTo(stored, delivery.target()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody waits for " + delivery));
    }

    private static boolean goesTo(Document stored, Target target) {
        return Objects.equals(stored.getString("channel"), target.channel().name())
                && Objects.equals(stored.getString("to"), target.to());
    }
}
