package io.equipoise.studydesign.adapter.rest;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.ForEverybody;
import io.equipoise.platform.web.Problem;
import io.equipoise.studydesign.application.KeptVersions;
import io.equipoise.studydesign.application.KeptVersions.Kept;
import io.equipoise.studydesign.domain.Amendment;
import io.equipoise.studydesign.domain.Change;
import io.equipoise.studydesign.domain.Change.Part;
import io.equipoise.studydesign.domain.Definition;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions of a definition, and what one says otherwise than another. */
@RestController
@RequestMapping("/api/studies/{study}/versions")
class VersionsEndpoint {
    private final KeptVersions kept;

    VersionsEndpoint(KeptVersions kept) {
        this.kept = kept;
    }

    /** How many values nobody knows and how many somebody assumed, beside who kept the version. */
    record Version(int version, Instant recordedAt, String by, int gaps, int assumptions) {
        static Version of(Kept kept) {
            return new Version(
                    kept.version(),
                    kept.at(),
                    kept.by(),
                    kept.told().gaps().size(),
                    kept.told().assumptions().size());
        }
    }

    record Versions(String study, List<Version> versions) {}

    record Changes(String study, int from, int to, Set<Part> touches, List<Change> changes) {}

    @GetMapping
    @ForEverybody
    Versions versions(@PathVariable String study) {
        return new Versions(study, known(study).stream().map(Version::of).toList());
    }

    @GetMapping("/{from}/changes")
    @ForEverybody
    Changes changes(@PathVariable String study, @PathVariable int from, @RequestParam @Nullable Integer to) {
        var versions = known(study);
        int last = to == null ? versions.getLast().version() : to;
        var amendment = Amendment.between(definition(versions, from), definition(versions, last));
        var touched = amendment.changes().stream().map(Change::touches).collect(Collectors.toCollection(TreeSet::new));
        return new Changes(study, from, last, touched, amendment.changes());
    }

    private List<Kept> known(String study) {
        var versions = kept.of(study);
        if (versions.isEmpty()) {
            throw new Problem(Refusal.unknown("STUDY_UNKNOWN", "There is no study " + study + "."));
        }
        return versions;
    }

    private static Definition definition(List<Kept> versions, int number) {
        return versions.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .map(Kept::definition)
                .orElseThrow(() -> new Problem(
                        Refusal.unknown("VERSION_UNKNOWN", "There is no version " + number + " of this study.")));
    }
}
