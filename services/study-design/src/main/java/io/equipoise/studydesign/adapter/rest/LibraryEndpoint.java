package io.equipoise.studydesign.adapter.rest;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.ForEverybody;
import io.equipoise.platform.web.Problem;
import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.Need;
import io.equipoise.studydesign.domain.OpenValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The studies of the sources, to look at and to load from. Looking at one keeps nothing. */
@RestController
@RequestMapping("/api/library")
class LibraryEndpoint {
    private final Library library = Library.read();

    /** Phase and status are missing where the source has none. */
    record Row(
            String study,
            String title,
            @Nullable Object phase,
            @Nullable Object status,
            int gaps) {
        static Row of(Definition definition) {
            return new Row(
                    definition.study(),
                    definition.title(),
                    definition.known("/phase").map(OpenValue::value).orElse(null),
                    definition.known("/status").map(OpenValue::value).orElse(null),
                    Need.gaps(definition).size());
        }
    }

    record Rows(List<Row> studies) {}

    @GetMapping
    @ForEverybody
    Rows rows() {
        return new Rows(library.definitions().values().stream().map(Row::of).toList());
    }

    @GetMapping("/{study}")
    @ForEverybody
    ResponseEntity<String> text(@PathVariable String study) {
        var text = library.text(study)
                .orElseThrow(
                        () -> new Problem(Refusal.unknown("STUDY_UNKNOWN", "The library has no study " + study + ".")));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
                .body(text);
    }
}
