package io.equipoise.studydesign.application;

import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.Journal;
import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every version of a definition that was ever kept, as it was kept. */
public final class KeptVersions {
    private static final String STUDY_FORM = "[A-Z0-9]{1,24}";

    private final Journal<DesignFact> journal;

    public KeptVersions(Journal<DesignFact> journal) {
        this.journal = journal;
    }

    /** One version, with who kept it and when. */
    public record Kept(StudyDefined told, String by, Instant at) {
        public int version() {
            return told.version();
        }

        public Definition definition() {
            return new Definition(told.definition());
        }
    }

    /** In their order; empty where nobody defined the study. */
    public List<Kept> of(String study) {
        return study.matches(STUDY_FORM)
                ? journal.read("study/" + study).stream()
                        .flatMap(commit -> kept(commit).stream())
                        .toList()
                : List.of();
    }

    public Optional<Kept> newest(String study) {
        return of(study).reversed().stream().findFirst();
    }

    public Optional<Kept> version(String study, int version) {
        return of(study).stream().filter(kept -> kept.version() == version).findFirst();
    }

    /** As people ask for it: a number, or {@code newest}. */
    public Optional<Kept> asked(String study, String version) {
        if (version.equals("newest")) {
            return newest(study);
        }
        return version.matches("[1-9][0-9]{0,8}") ? version(study, Integer.parseInt(version)) : Optional.empty();
    }

    private static List<Kept> kept(Commit<DesignFact> commit) {
        return commit.facts().stream()
                .filter(StudyDefined.class::isInstance)
                .map(StudyDefined.class::cast)
                .map(told -> new Kept(told, commit.by().actor(), commit.by().recordedAt()))
                .toList();
    }
}
