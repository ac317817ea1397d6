package io.equipoise.studydesign.adapter.rest;

import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.DesignFact.Site;
import io.equipoise.studydesign.domain.DesignFact.StudyActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyStatusChanged;
import io.equipoise.studydesign.domain.Gap;
import io.equipoise.studydesign.domain.Need;
import io.equipoise.studydesign.domain.OpenValue;
import io.equipoise.studydesign.domain.Scope;
import io.equipoise.studydesign.domain.Status;
import io.equipoise.studydesign.domain.Study;
import io.equipoise.studydesign.domain.Study.InForce;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the doors of study-design answer. */
final class StudyViews {
    private StudyViews() {}

    /**
     * What is known and unknown of a version.
     *
     * @param gaps what keeps it from being activated
     * @param open what nobody knows either, and what does not
     * @param warnings what whoever activates it should know
     */
    record Gaps(
            String study,
            int version,
            List<Gap> gaps,
            List<Open> open,
            List<Assumption> assumptions,
            List<String> warnings) {
        static Gaps of(Definition definition, int version) {
            return new Gaps(
                    definition.study(),
                    version,
                    Need.gaps(definition),
                    Need.open(definition).stream()
                            .map(value -> new Open(value.path(), value.note("text")))
                            .toList(),
                    Need.assumptions(definition).stream().map(Assumption::of).toList(),
                    Need.warnings(definition));
        }
    }

    record Open(String path, @Nullable String text) {}

    record Assumption(
            String path,
            @Nullable Object value,
            @Nullable String why,
            @Nullable String by,
            @Nullable String on) {
        static Assumption of(OpenValue value) {
            return new Assumption(value.path(), value.value(), value.note("why"), value.note("by"), value.note("on"));
        }
    }

    record Activated(String study, int version, LocalDate activatedOn, Scope scope, List<String> warnings) {
        static Activated of(StudyActivated told, Definition definition) {
            return new Activated(
                    told.study(), told.version(), told.activatedOn(), told.activatedFor(), Need.warnings(definition));
        }
    }

    record StatusView(
            Status status,
            @Nullable LocalDate asOf,
            @Nullable String reason,
            Status.Permits permits) {
        static StatusView of(StudyStatusChanged told) {
            return new StatusView(
                    told.status(), told.asOf(), told.reason(), told.status().permits());
        }
    }

    /** A site, the version that it works by and since when; none before the study is activated. */
    record SiteView(
            String site,
            String name,
            String country,
            String zone,
            @Nullable Integer cap,
            LocalDate openedOn,
            @Nullable InForce inForce) {
        static SiteView of(Site site, Study study) {
            return new SiteView(
                    site.site(),
                    site.name(),
                    site.country(),
                    site.zone(),
                    site.cap(),
                    site.openedOn(),
                    study.inForceAt(site.site()).orElse(null));
        }
    }

    /** The whole study as it stands. */
    record Whole(
            String study,
            int version,
            String title,
            @Nullable StatusView status,
            @Nullable Activated activated,
            List<SiteView> sites,
            int gaps,
            int assumptions,
            Map<String, Object> definition) {
        static Whole of(Study study) {
            var definition = study.definition();
            var active = study.activated();
            return new Whole(
                    definition.study(),
                    study.version(),
                    definition.title(),
                    status(study),
                    active == null ? null : Activated.of(active, definition),
                    study.sites().values().stream()
                            .map(site -> SiteView.of(site, study))
                            .toList(),
                    Need.gaps(definition).size(),
                    Need.assumptions(definition).size(),
                    definition.tree());
        }

        private static @Nullable StatusView status(Study study) {
            var told = study.status();
            return told != null
                    ? StatusView.of(told)
                    : study.currentStatus()
                            .map(said -> new StatusView(said, null, null, said.permits()))
                            .orElse(null);
        }
    }
}
