package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.ADMINISTRATOR;
import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.Dictionaries;
import io.equipoise.adverseevent.application.Dictionaries.Draft;
import io.equipoise.adverseevent.domain.DictionaryTerm;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors for dictionaries, which their holder uploads; their terms go out only as suggestions for an event. */
@RestController
class DictionaryEndpoint {
    private final Dictionaries dictionaries;

    DictionaryEndpoint(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    /** @param grades that the term has; left out where the dictionary says nothing of grades */
    record TermRequest(
            String code,
            String term,
            @Nullable String preferred,
            @Nullable List<Integer> grades,
            @Nullable String organClass) {
        DictionaryTerm asTerm() {
            return new DictionaryTerm(code, term, preferred, grades == null ? List.of() : grades, organClass);
        }
    }

    record UploadRequest(String dictionary, String version, String language, List<TermRequest> terms) {
        Draft draft() {
            return new Draft(
                    dictionary,
                    version,
                    language,
                    terms.stream().map(TermRequest::asTerm).toList());
        }
    }

    @PostMapping("/api/dictionaries")
    @Allowed({ADMINISTRATOR, SAFETY_OFFICER})
    ResponseEntity<Object> upload(@RequestBody UploadRequest body, Caller caller, Attribution by) {
        caller.mustSeeEverySite();
        return Answers.created(
                dictionaries.upload(body.draft(), by), commit -> commit.facts().getFirst());
    }

    @GetMapping("/api/dictionaries/{dictionary}")
    @Allowed({ADMINISTRATOR, SAFETY_OFFICER})
    Map<String, Object> versions(@PathVariable String dictionary) {
        return Map.of(
                "dictionary",
                dictionary,
                "versions",
                dictionaries.of(dictionary).versions());
    }
}
