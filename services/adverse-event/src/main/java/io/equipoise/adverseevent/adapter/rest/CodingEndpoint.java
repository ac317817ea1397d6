package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.Coding;
import io.equipoise.adverseevent.application.Coding.Choice;
import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.DictionaryFact.DictionaryUploaded;
import io.equipoise.adverseevent.domain.DictionaryTerm;
import io.equipoise.adverseevent.domain.EventCoded;
import io.equipoise.adverseevent.domain.EventCoded.Match;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors for coding: what might fit, what a person chose, and what is to be coded anew. */
@RestController
class CodingEndpoint {
    private final Coding coding;

    CodingEndpoint(Coding coding) {
        this.coding = coding;
    }

    record CodingRequest(
            String dictionary,
            String version,
            String code,
            @Nullable String reason) {}

    @PostMapping("/api/adverse-events/{event}/coding")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> code(
            @PathVariable String event, @RequestBody CodingRequest body, Caller caller, Attribution by) {
        enter(event, caller);
        var choice = new Choice(body.dictionary(), body.version(), body.code(), body.reason());
        return Answers.created(
                coding.code(event, choice, by),
                commit -> shown((EventCoded) commit.facts().getFirst()));
    }

    /** By dictionary, the newest code; with the version that it is of. */
    @GetMapping("/api/adverse-events/{event}/coding")
    @Allowed(SAFETY_OFFICER)
    List<Map<String, Object>> codes(@PathVariable String event, Caller caller) {
        enter(event, caller);
        return coding.event(event).codes().values().stream()
                .map(CodingEndpoint::shown)
                .sorted((one, other) ->
                        String.valueOf(one.get("dictionary")).compareTo(String.valueOf(other.get("dictionary"))))
                .toList();
    }

    @GetMapping("/api/adverse-events/{event}/coding-suggestions/{dictionary}")
    @Allowed(SAFETY_OFFICER)
    Map<String, Object> suggestions(@PathVariable String event, @PathVariable String dictionary, Caller caller) {
        var reported = enter(event, caller).account().term();
        var newest = newest(dictionary);
        return Map.of(
                "dictionary",
                dictionary,
                "version",
                newest.version(),
                "reported",
                reported,
                "suggestions",
                coding.suggestions(newest, reported).stream()
                        .map(term -> suggestion(reported, term))
                        .toList());
    }

    @GetMapping("/api/studies/{study}/recoding/{dictionary}")
    @Allowed(SAFETY_OFFICER)
    Map<String, Object> recoding(@PathVariable String study, @PathVariable String dictionary, Caller caller) {
        var newest = newest(dictionary);
        return Map.of(
                "study",
                study,
                "dictionary",
                dictionary,
                "version",
                newest.version(),
                "work",
                coding.worklist(study, newest, caller::sees));
    }

    private static Map<String, Object> suggestion(String reported, DictionaryTerm term) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("code", term.code());
        shown.put("term", term.term());
        shown.put("match", Match.of(reported, term.term()).name());
        if (term.preferred() != null) {
            shown.put("preferred", term.preferred());
        }
        return shown;
    }

    private static Map<String, Object> shown(EventCoded coded) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("event", coded.event());
        shown.put("dictionary", coded.dictionary());
        shown.put("version", coded.version());
        shown.put("code", coded.code());
        shown.put("term", coded.term());
        shown.put("reported", coded.reported());
        shown.put("match", coded.match().name());
        return shown;
    }

    private DictionaryUploaded newest(String dictionary) {
        return coding.newest(dictionary)
                .orElseThrow(() -> new Problem(
                        Refusal.unknown("DICTIONARY_UNKNOWN", "nobody has uploaded a dictionary of that name")));
    }

    private AdverseEventFact enter(String event, Caller caller) {
        return EventGate.enter(coding.event(event).account(), caller);
    }
}
