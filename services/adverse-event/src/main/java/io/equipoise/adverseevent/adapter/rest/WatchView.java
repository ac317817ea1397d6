package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.adverseevent.application.Watches;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Watch;
import io.equipoise.adverseevent.domain.alerting.AlertRules;
import io.equipoise.platform.journal.Commit;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The watch over a study, as its doors show it. */
final class WatchView {
    private WatchView() {}

    static Map<String, Object> rules(String study, Watch watch, List<Commit<SafetyFact>> history) {
        var shown = rules(watch.inForce());
        shown.put("study", study);
        shown.put("version", watch.rulesVersion());
        shown.put("words", watch.inForce().words());
        shown.put(
                "history",
                history.stream()
                        .flatMap(commit -> Watches.rules(commit).stream()
                                .map(set -> Map.of(
                                        "version", set.version(),
                                        "by", commit.by().actor(),
                                        "at", commit.by().recordedAt().toString(),
                                        "reason", set.reason(),
                                        "words", set.rules().words())))
                        .toList());
        return shown;
    }

    private static Map<String, Object> rules(AlertRules rules) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("serious", true);
        shown.put("terms", rules.terms());
        shown.put("codes", rules.codes());
        if (rules.gradeAtLeast() != null) {
            shown.put("gradeAtLeast", rules.gradeAtLeast());
        }
        if (rules.infusionMinutes() != null) {
            shown.put("infusionReactionMinutes", rules.infusionMinutes());
        }
        shown.put("lotCluster", rules.lotCluster());
        shown.put("stoppingBoundary", rules.stoppingBoundary());
        shown.put("clockAtRisk", rules.clockAtRisk());
        return shown;
    }

    static Map<String, Object> rota(String study, Watch watch, Instant now) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("study", study);
        var set = watch.rota();
        shown.put("version", set == null ? 0 : set.version());
        if (set != null) {
            shown.put("zone", set.rota().zone().getId());
            shown.put("shifts", set.rota().shifts());
            shown.put("gaps", set.gaps());
            shown.put("onCall", set.rota().onCall(now));
        }
        return shown;
    }

    static Map<String, Object> ladder(String study, Watch watch) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("study", study);
        var set = watch.ladder();
        shown.put("version", set == null ? 0 : set.version());
        if (set != null) {
            shown.put(
                    "steps",
                    set.ladder().rungs().stream()
                            .map(rung -> Map.of("after", rung.after().toString(), "tell", rung.tell()))
                            .toList());
        }
        return shown;
    }
}
