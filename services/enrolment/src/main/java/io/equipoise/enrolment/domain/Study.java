package io.equipoise.enrolment.domain;

import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A study as this service has been told of it: the definition in force, whether it recruits, its open sites. */
public record Study(Protocol protocol, @Nullable LocalDate activatedOn, String status, List<Site> sites) {
    private static final String RECRUITING = "RECRUITING";

    public Study {
        sites = List.copyOf(sites);
    }

    public Optional<Site> site(String name) {
        return sites.stream().filter(site -> site.site().equals(name)).findFirst();
    }

    /** Why nobody can be screened at a site that day, if so. */
    public Optional<Refusal> closed(String name, LocalDate day) {
        var found = site(name);
        if (found.isEmpty()) {
            return Optional.of(Refusal.conflict(
                    "SITE_NOT_OPEN", "site " + name + " of study " + protocol.study() + " has not been opened"));
        }
        var openedOn = found.get().openedOn();
        return day.isBefore(openedOn)
                ? Optional.of(Refusal.conflict(
                        "SITE_NOT_OPEN", "site " + name + " opened on " + openedOn + ", which is after " + day))
                : Optional.empty();
    }

    /** Why the study enrols nobody that day, if so. */
    public Optional<Refusal> idle(LocalDate day) {
        if (activatedOn == null) {
            return notRecruiting("it has not been activated");
        }
        if (day.isBefore(activatedOn)) {
            return notRecruiting("it was activated on " + activatedOn + ", which is after " + day);
        }
        return status.equals(RECRUITING) ? Optional.empty() : notRecruiting("its status is " + status);
    }

    private Optional<Refusal> notRecruiting(String because) {
        return Optional.of(
                Refusal.conflict("STUDY_NOT_RECRUITING", "study " + protocol.study() + " enrols nobody: " + because));
    }
}
