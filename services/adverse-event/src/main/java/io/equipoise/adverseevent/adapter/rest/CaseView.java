package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.adverseevent.application.Reconciling;
import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.CaseFact;
import io.equipoise.adverseevent.domain.CaseFact.CaseFileAttached;
import io.equipoise.adverseevent.domain.CaseFact.CaseInformationReceived;
import io.equipoise.adverseevent.domain.CaseFact.CaseSubmitted;
import io.equipoise.adverseevent.domain.Criterion;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Submission;
import io.equipoise.platform.journal.Commit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case as a safety officer's programs read it. */
final class CaseView {
    private CaseView() {}

    /** The answer to a command: which case, and what was numbered in it. */
    static Object answer(Commit<SafetyFact> commit) {
        var answer = new LinkedHashMap<String, Object>();
        for (var fact : commit.facts()) {
            if (fact instanceof CaseFact about) {
                answer.put("case", about.caseId());
            }
            switch (fact) {
                case CaseFact.CaseOpened opened -> answer.put("safetyReportId", opened.safetyReportId());
                case CaseInformationReceived received -> answer.put("information", received.number());
                case CaseFileAttached file -> {
                    answer.put("file", file.file());
                    answer.put("size", file.size());
                    answer.put("sha256", file.sha256());
                }
                case CaseSubmitted sent -> answer.putAll(ClockView.submission(sent.submission()));
                default -> {
                    // nothing in it is numbered
                }
            }
        }
        return answer;
    }

    static Map<String, Object> whole(SafetyCase state) {
        var opened = state.opened().orElseThrow();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("case", opened.caseId());
        shown.put("safetyReportId", opened.safetyReportId());
        shown.put("worldwideId", opened.worldwideId());
        shown.put("otherNumbers", state.otherNumbers());
        shown.put("study", opened.subject().study());
        shown.put("site", opened.subject().site());
        shown.put("subject", opened.subject().toString());
        shown.put("state", state(state));
        put(shown, "mergedInto", state.mergedInto().map(merged -> merged.into()).orElse(null));
        put(
                shown,
                "nullifiedBecause",
                state.nullified().map(nullified -> nullified.reason()).orElse(null));
        shown.put("authorities", state.authorities());
        shown.put("missing", state.missing());
        shown.put("events", state.events().stream().map(CaseView::event).toList());
        shown.put(
                "information",
                state.information().stream().map(CaseView::information).toList());
        put(shown, "patient", state.patient().tellsNothing() ? null : state.patient());
        put(shown, "narrative", state.narrative().orElse(null));
        shown.put("files", state.files().stream().map(CaseView::file).toList());
        shown.put(
                "amendments",
                state.amendments().stream()
                        .map(each -> Map.of("at", each.at().toString(), "reason", each.reason()))
                        .toList());
        shown.put(
                "submissions",
                state.submissions().stream()
                        .map(sent -> submission(state, sent))
                        .toList());
        return shown;
    }

    static String state(SafetyCase state) {
        if (state.nullified().isPresent()) {
            return "NULLIFIED";
        }
        return state.mergedInto().isPresent() ? "MERGED" : "OPEN";
    }

    private static Map<String, Object> event(CaseEvent event) {
        var account = event.account();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("event", event.event());
        shown.put("version", event.version());
        shown.put("term", account.term());
        shown.put("grade", account.grade());
        shown.put("criteria", account.criteria().stream().map(Criterion::name).toList());
        shown.put("onset", account.onset().toString());
        put(shown, "end", account.end() == null ? null : account.end().toString());
        shown.put("relation", account.relation());
        put(shown, "dose", account.dose());
        shown.put("outcome", account.outcome());
        return shown;
    }

    private static Map<String, Object> information(CaseInformationReceived received) {
        var information = received.information();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("information", received.number());
        shown.put("receivedAt", information.receivedAt().toString());
        put(
                shown,
                "qualifiedAt",
                information.qualifiedAt() == null
                        ? null
                        : information.qualifiedAt().toString());
        shown.put("office", information.office().getId());
        shown.put("significant", information.significant());
        shown.put("turnedFatal", information.turnedFatal());
        shown.put("criteria", information.criteria());
        shown.put("reporter", information.reporter());
        put(shown, "reporterName", received.reporterName());
        shown.put("country", information.country());
        shown.put("what", received.what());
        return shown;
    }

    private static Map<String, Object> file(CaseFileAttached file) {
        return Map.of(
                "file", file.file(),
                "name", file.name(),
                "mediaType", file.mediaType(),
                "size", file.size(),
                "sha256", file.sha256());
    }

    private static Map<String, Object> submission(SafetyCase state, Submission sent) {
        var shown = ClockView.submission(sent);
        state.answer(sent.number()).ifPresent(answer -> {
            shown.put("receipt", answer.receipt());
            shown.put("answeredAt", answer.at().toString());
            shown.put("receiptReference", answer.reference());
        });
        return shown;
    }

    static Map<String, Object> difference(Reconciling.Item item) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("case", item.caseId());
        shown.put("event", item.event());
        shown.put("recordVersion", item.recordVersion());
        shown.put("field", item.difference().field());
        shown.put("inCase", item.difference().inCase());
        shown.put("inRecord", item.difference().inRecord());
        shown.put("state", item.state());
        put(shown, "by", item.by());
        put(shown, "at", item.at() == null ? null : item.at().toString());
        put(shown, "why", item.why());
        return shown;
    }

    static List<Map<String, Object>> differences(List<Reconciling.Item> items) {
        return items.stream().map(CaseView::difference).toList();
    }

    private static void put(Map<String, Object> shown, String field, @Nullable Object value) {
        if (value != null) {
            shown.put(field, value);
        }
    }
}
