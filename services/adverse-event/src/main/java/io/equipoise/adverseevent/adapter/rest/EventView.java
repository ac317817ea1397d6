package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventAmended;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.Prompt;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.Commit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as its readers see it: the newest account, and every earlier one with who gave it and why. */
final class EventView {
    private EventView() {}

    /** The answer to a report or an amendment. */
    static Object answer(Commit<SafetyFact> commit) {
        var fact = (AdverseEventFact) commit.facts().getFirst();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("event", fact.event());
        answer.put("version", fact.version());
        answer.put("serious", fact.account().serious());
        if (fact.account().serious()) {
            answer.put("alert", Alert.idFor(fact.event()));
        }
        put(answer, "given", fact.given());
        answer.put(
                "prompts", Prompt.about(fact).stream().map(EventView::question).toList());
        return answer;
    }

    private static Map<String, Object> question(Prompt prompt) {
        return Map.of("code", prompt.name(), "text", prompt.text());
    }

    static Map<String, Object> whole(AdverseEvent event, List<Commit<SafetyFact>> commits) {
        var latest = event.latest().orElseThrow();
        var whole = new LinkedHashMap<String, Object>();
        whole.put("event", latest.event());
        whole.put("study", latest.subject().study());
        whole.put("site", latest.subject().site());
        whole.put("subject", latest.subject().toString());
        whole.putAll(account(latest));
        put(whole, "narrative", event.narrative());
        whole.put("version", latest.version());
        var history = new ArrayList<Map<String, Object>>();
        for (var commit : commits) {
            for (var fact : commit.facts()) {
                if (fact instanceof AdverseEventFact account) {
                    history.add(step(account, commit));
                }
            }
        }
        whole.put("history", history);
        return whole;
    }

    private static Map<String, Object> step(AdverseEventFact fact, Commit<SafetyFact> commit) {
        var step = new LinkedHashMap<String, Object>();
        step.put("version", fact.version());
        step.put("by", commit.by().actor());
        step.put("role", commit.by().role());
        step.put("recordedAt", commit.by().recordedAt().toString());
        put(step, "reason", fact instanceof AdverseEventAmended amended ? amended.reason() : null);
        step.putAll(account(fact));
        return step;
    }

    private static Map<String, Object> account(AdverseEventFact fact) {
        var account = fact.account();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("term", account.term());
        shown.put("grade", account.grade());
        shown.put("serious", account.serious());
        shown.put("criteria", account.criteria());
        shown.put("onset", account.onset().toString());
        put(shown, "end", account.end() == null ? null : account.end().toString());
        shown.put("relation", account.relation());
        var given = fact.given();
        if (given != null) {
            shown.put("dose", given.dose());
            shown.put("kit", given.kit());
            shown.put("packagingLot", given.packagingLot());
            put(shown, "minutesFromStart", given.minutesFromStart());
        }
        shown.put("outcome", account.outcome());
        return shown;
    }

    private static void put(Map<String, Object> shown, String field, @Nullable Object value) {
        if (value != null) {
            shown.put(field, value);
        }
    }
}
