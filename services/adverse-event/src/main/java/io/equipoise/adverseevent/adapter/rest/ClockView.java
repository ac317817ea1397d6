package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.adverseevent.application.CaseClocks.Explained;
import io.equipoise.adverseevent.domain.Submission;
import io.equipoise.adverseevent.domain.clock.Clock.State;
import io.equipoise.adverseevent.domain.clock.Sentence;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A clock as programs read it, with its sentences. */
final class ClockView {
    private ClockView() {}

    static Map<String, Object> of(Explained explained, State state) {
        var clock = explained.clock();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("clock", clock.id());
        shown.put("authority", clock.authority());
        shown.put("rule", clock.rule().kind());
        shown.put("paragraph", clock.rule().paragraph());
        shown.put("state", state);
        shown.put("office", clock.office().getId());
        shown.put("startedAt", clock.startedAt().toString());
        shown.put("dayZero", clock.dayZero().toString());
        shown.put("due", clock.due().toString());
        shown.put("tooLateFrom", clock.deadline().toString());
        shown.put("atRiskFrom", clock.atRiskAt().toString());
        shown.put("provisional", clock.provisional());
        var met = clock.met();
        if (met != null) {
            shown.put("met", submission(met));
        }
        shown.put(
                "because", explained.because().stream().map(ClockView::sentence).toList());
        return shown;
    }

    static List<Map<String, Object>> all(List<Explained> clocks, Instant now) {
        return clocks.stream().map(each -> of(each, each.clock().state(now))).toList();
    }

    static Map<String, Object> submission(Submission sent) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("submission", sent.number());
        shown.put("authority", sent.authority());
        shown.put("kind", sent.kind());
        shown.put("sentAt", sent.sentAt().toString());
        shown.put("covers", sent.covers());
        shown.put("complete", sent.complete());
        shown.put("reference", sent.reference());
        return shown;
    }

    private static Map<String, Object> sentence(Sentence sentence) {
        return Map.of("role", sentence.role(), "text", sentence.text());
    }
}
