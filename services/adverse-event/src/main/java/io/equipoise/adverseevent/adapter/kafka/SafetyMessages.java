package io.equipoise.adverseevent.adapter.kafka;

import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventAmended;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventReported;
import io.equipoise.adverseevent.domain.AlertFact;
import io.equipoise.adverseevent.domain.AlertFact.AlertAcknowledged;
import io.equipoise.adverseevent.domain.AlertFact.AlertDelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertEscalated;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.AlertFact.AlertUndelivered;
import io.equipoise.adverseevent.domain.CallFact;
import io.equipoise.adverseevent.domain.CaseFact;
import io.equipoise.adverseevent.domain.ClusterFact;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.adverseevent.domain.DictionaryFact;
import io.equipoise.adverseevent.domain.EventAddition;
import io.equipoise.adverseevent.domain.InquiryFact;
import io.equipoise.adverseevent.domain.Origins;
import io.equipoise.adverseevent.domain.ProductOriginKept;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.SafetyInformationFact;
import io.equipoise.adverseevent.domain.StoppingFact;
import io.equipoise.adverseevent.domain.Unblinding;
import io.equipoise.adverseevent.domain.UnblindingFact;
import io.equipoise.adverseevent.domain.WatchFact;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.relay.Message;
import io.equipoise.platform.relay.PublishedLanguage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What leaves this room: everything but the narrative, who exactly has still to be told, and what
 * is thought of an event: a judgement by product could let the arm be guessed.
 */
public final class SafetyMessages implements PublishedLanguage<SafetyFact> {
    public static final String TOPIC = "adverse-events";

    @Override
    public List<String> topics(String stream) {
        return stream.startsWith(Unblinding.STREAMS) || stream.startsWith(Origins.STREAMS) ? List.of() : List.of(TOPIC);
    }

    @Override
    public List<Message> tell(Commit<SafetyFact> commit) {
        return commit.facts().stream().flatMap(SafetyMessages::messages).toList();
    }

    /** How the watch is kept and why somebody was called stays here: it names people. */
    private static Stream<Message> messages(SafetyFact fact) {
        return switch (fact) {
            case AdverseEventFact account -> Stream.of(message(account));
            case AlertFact alert -> Stream.of(message(alert));
            case StoppingFact rule -> StoppingMessages.of(rule);
            case CallFact _, CaseFact _, EventAddition _, InquiryFact _, UnblindingFact _, WatchFact _ ->
                Stream.empty();
            case ProductOriginKept _, SafetyInformationFact _, ClusterFact _, DictionaryFact _ -> Stream.empty();
        };
    }

    private static Message message(AdverseEventFact fact) {
        return switch (fact) {
            case AdverseEventReported reported -> message("AdverseEventReported.v1", account(reported));
            case AdverseEventAmended amended -> message("AdverseEventAmended.v1", amendment(amended));
        };
    }

    private static Message message(AlertFact fact) {
        return switch (fact) {
            case AlertRaised raised -> message("AlertRaised.v1", raised(raised));
            case AlertDelivered delivered -> message("AlertDelivered.v1", delivered(delivered));
            case AlertUndelivered failed -> message("AlertUndelivered.v1", failed(failed));
            case AlertAcknowledged taken -> message("AlertAcknowledged.v1", acknowledged(taken));
            case AlertEscalated up -> message("AlertEscalated.v1", escalated(up));
        };
    }

    private static Message message(String type, Map<String, Object> data) {
        return new Message(TOPIC, type, data);
    }

    private static Map<String, Object> account(AdverseEventFact fact) {
        var account = fact.account();
        var data = subject(fact.subject());
        data.put("event", fact.event());
        data.put("term", account.term());
        data.put("grade", account.grade());
        data.put("serious", account.serious());
        data.put("criteria", account.criteria().stream().map(Enum::name).toList());
        data.put("onset", account.onset().toString());
        put(data, "end", account.end() == null ? null : account.end().toString());
        data.put("relation", account.relation().name());
        put(data, "dose", account.dose());
        var given = fact.given();
        if (given != null) {
            data.put("kit", given.kit());
            data.put("packagingLot", given.packagingLot());
            put(data, "minutesFromStart", given.minutesFromStart());
        }
        data.put("outcome", account.outcome().name());
        data.put("version", fact.version());
        return data;
    }

    private static Map<String, Object> amendment(AdverseEventAmended amended) {
        var data = account(amended);
        data.put("reason", amended.reason());
        return data;
    }

    private static Map<String, Object> raised(AlertRaised raised) {
        var data = subject(raised.subject());
        data.put("alert", raised.alert());
        data.put("event", raised.event());
        data.put("rule", raised.rule());
        data.put("summary", raised.summary());
        data.put("raisedAt", raised.raisedAt().toString());
        var escalateAt = raised.escalateAt();
        put(data, "escalateAt", escalateAt == null ? null : escalateAt.toString());
        return data;
    }

    private static Map<String, Object> delivered(AlertDelivered delivered) {
        var data = delivery(delivered, delivered.delivery());
        data.put("at", delivered.at().toString());
        return data;
    }

    private static Map<String, Object> failed(AlertUndelivered failed) {
        var data = delivery(failed, failed.delivery());
        data.put("at", failed.at().toString());
        data.put("attempts", failed.attempts());
        data.put("problem", failed.problem());
        return data;
    }

    private static Map<String, Object> acknowledged(AlertAcknowledged taken) {
        var data = alert(taken);
        data.put("by", taken.by());
        data.put("at", taken.at().toString());
        data.put("note", taken.note());
        return data;
    }

    private static Map<String, Object> escalated(AlertEscalated up) {
        var data = alert(up);
        data.put("step", up.step());
        data.put("to", up.to());
        data.put("at", up.at().toString());
        return data;
    }

    private static Map<String, Object> delivery(AlertFact fact, Delivery delivery) {
        var data = alert(fact);
        data.put("channel", delivery.target().channel().name());
        data.put("to", delivery.target().to());
        return data;
    }

    private static Map<String, Object> alert(AlertFact fact) {
        var data = new LinkedHashMap<String, Object>();
        data.put("alert", fact.alert());
        data.put("study", fact.subject().study());
        data.put("subject", fact.subject().toString());
        return data;
    }

    private static Map<String, Object> subject(SubjectId subject) {
        var data = new LinkedHashMap<String, Object>();
        data.put("subject", subject.toString());
        data.put("study", subject.study());
        data.put("site", subject.site());
        return data;
    }

    private static void put(Map<String, Object> data, String field, @Nullable Object value) {
        if (value != null) {
            data.put(field, value);
        }
    }
}
