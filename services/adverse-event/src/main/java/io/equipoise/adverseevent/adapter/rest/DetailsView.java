package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.adverseevent.application.Detailing;
import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.EventDetailed;
import io.equipoise.adverseevent.domain.EventDetails;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.Commit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Details as they stand and as they stood, and every grade that the event ever had. */
final class DetailsView {
    private DetailsView() {}

    static Map<String, Object> whole(AdverseEventFact account, Detailing detailing, List<Commit<SafetyFact>> history) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("event", account.event());
        var details = detailing.event(account.event()).details();
        if (details != null) {
            fill(shown, details);
        }
        var reaction = detailing.infusionReaction(account);
        var infusion = new LinkedHashMap<String, Object>();
        infusion.put("answer", reaction.answer().name());
        put(infusion, "minutesFromStart", reaction.minutesFromStart());
        infusion.put("because", reaction.because());
        shown.put("infusionReaction", infusion);
        shown.put("grades", grades(history));
        shown.put("history", steps(history));
        return shown;
    }

    /** A step for each account that changed the grade. */
    private static List<Map<String, Object>> grades(List<Commit<SafetyFact>> history) {
        var grades = new ArrayList<Map<String, Object>>();
        int before = 0;
        for (var commit : history) {
            for (var fact : commit.facts()) {
                if (fact instanceof AdverseEventFact said && said.account().grade() != before) {
                    before = said.account().grade();
                    grades.add(by(new LinkedHashMap<>(Map.of("grade", before, "version", said.version())), commit));
                }
            }
        }
        return grades;
    }

    private static List<Map<String, Object>> steps(List<Commit<SafetyFact>> history) {
        var steps = new ArrayList<Map<String, Object>>();
        for (var commit : history) {
            for (var fact : commit.facts()) {
                if (fact instanceof EventDetailed detailed) {
                    steps.add(step(detailed, commit));
                }
            }
        }
        return steps;
    }

    static Map<String, Object> step(EventDetailed detailed, Commit<SafetyFact> commit) {
        var step = new LinkedHashMap<String, Object>();
        step.put("event", detailed.event());
        fill(step, detailed.details());
        put(step, "reason", detailed.reason());
        return by(step, commit);
    }

    private static void fill(Map<String, Object> shown, EventDetails details) {
        var actions = new ArrayList<Map<String, Object>>();
        for (var each : details.actions()) {
            actions.add(Map.of(
                    "product", each.product(),
                    "action", each.action().name(),
                    "e2b", each.action().code()));
        }
        shown.put("actions", actions);
        put(shown, "route", details.route());
        put(shown, "component", details.component());
        put(shown, "period", details.period());
        put(shown, "place", details.place());
        shown.put("kinds", details.kinds().stream().map(Enum::name).toList());
    }

    private static Map<String, Object> by(Map<String, Object> step, Commit<SafetyFact> commit) {
        step.put("by", commit.by().actor());
        step.put("role", commit.by().role());
        step.put("at", commit.by().recordedAt().toString());
        return step;
    }

    private static void put(Map<String, Object> shown, String field, @Nullable Object value) {
        if (value != null) {
            shown.put(field, value instanceof Enum<?> word ? word.name() : value);
        }
    }
}
