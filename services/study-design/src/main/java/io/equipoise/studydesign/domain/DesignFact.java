package io.equipoise.studydesign.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to studies and to the anchors of other services' seals. */
public sealed interface DesignFact {

    /** A version of the definition was kept. */
    record StudyDefined(
            String study,
            int version,
            String title,
            Map<String, Object> definition,
            List<String> assumptions,
            List<String> gaps)
            implements DesignFact {
        public StudyDefined {
            definition = new Definition(definition).tree();
            assumptions = List.copyOf(assumptions);
            gaps = List.copyOf(gaps);
        }
    }

    /** A version became the one that sites work by. A journal of release 0.1 names no scope: then it is everything. */
    record StudyActivated(
            String study,
            int version,
            LocalDate activatedOn,
            @Nullable Scope scope) implements DesignFact {
        public Scope activatedFor() {
            return scope == null ? Scope.ENROLMENT_AND_DOSING : scope;
        }
    }

    /** The recruitment status changed. */
    record StudyStatusChanged(String study, Status status, LocalDate asOf, String reason) implements DesignFact {}

    /** A site may take part. */
    record SiteOpened(String study, Site site) implements DesignFact {}

    /** A version became the one that this site works by, before it is that of every site. */
    record SiteVersionActivated(String study, String site, int version, LocalDate activatedOn) implements DesignFact {}

    /** Another service's seal was written down here. */
    record SealAnchored(String service, int lane, long to, String seal) implements DesignFact {}

    /** A place where people are screened, dosed and watched. No cap means that only the study's target limits it. */
    record Site(
            String site,
            String name,
            String country,
            String zone,
            @Nullable Integer cap,
            LocalDate openedOn) {}
}
