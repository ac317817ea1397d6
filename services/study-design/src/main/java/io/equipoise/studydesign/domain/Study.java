package io.equipoise.studydesign.domain;

import io.equipoise.platform.Decider;
import io.equipoise.studydesign.domain.DesignFact.SealAnchored;
import io.equipoise.studydesign.domain.DesignFact.Site;
import io.equipoise.studydesign.domain.DesignFact.SiteOpened;
import io.equipoise.studydesign.domain.DesignFact.StudyActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.DesignFact.StudyStatusChanged;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A study: its newest definition, the version that sites work by, its status and its sites.
 *
 * @param version 0 until a definition is kept
 * @param status null while nobody said a day on which it held
 */
public record Study(
        Definition definition,
        int version,
        @Nullable StudyActivated activated,
        @Nullable StudyStatusChanged status,
        Map<String, Site> sites) {
    private static final Study NOTHING = new Study(new Definition(Map.of()), 0, null, null, Map.of());

    public Study {
        sites = Collections.unmodifiableMap(new LinkedHashMap<>(sites));
    }

    /** The model, which asks the form whether a definition is well-formed. */
    public static Decider<Study, StudyCommand, DesignFact> decider(Form form) {
        return new Decider<>(NOTHING, new StudyRules(form)::decide, Study::evolve);
    }

    public boolean known() {
        return version > 0;
    }

    /** As told last, by whoever; before that as the definition says; empty where nobody knows. */
    public Optional<Status> currentStatus() {
        return status != null
                ? Optional.of(status.status())
                : definition.known("/status").map(said -> Status.valueOf(String.valueOf(said.value())));
    }

    private Study evolve(DesignFact fact) {
        return switch (fact) {
            case StudyDefined told ->
                new Study(new Definition(told.definition()), told.version(), activated, status, sites);
            case StudyActivated told -> new Study(definition, version, told, status, sites);
            case StudyStatusChanged told -> new Study(definition, version, activated, told, sites);
            case SiteOpened told -> {
                var more = new LinkedHashMap<>(sites);
                more.put(told.site().site(), told.site());
                yield new Study(definition, version, activated, status, more);
            }
            case SealAnchored elsewhere -> throw new IllegalStateException("no fact of a study: " + elsewhere);
        };
    }
}
