package io.equipoise.enrolment.domain;

import io.equipoise.enrolment.domain.Recruitment.Door;
import io.equipoise.enrolment.domain.SiteRulesEvent.SiteRulesSet;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A study as this service has been told of it: the definition in force, what was activated, its status, its open sites.
 *
 * @param holds the safety holds that nobody has lifted
 * @param siteRules the version of the site's own eligibility rules that are in the protocol; null where there are none
 */
public record Study(
        Protocol protocol,
        List<Activation> activations,
        Standing standing,
        List<Site> sites,
        List<SafetyHold> holds,
        @Nullable Integer siteRules) {

    public Study {
        activations = List.copyOf(activations);
        sites = List.copyOf(sites);
        holds = List.copyOf(holds);
    }

    /** One that nothing holds. */
    public Study(Protocol protocol, List<Activation> activations, Standing standing, List<Site> sites) {
        this(protocol, activations, standing, sites, List.of(), null);
    }

    public Study under(List<SafetyHold> open) {
        return new Study(protocol, activations, standing, sites, open, siteRules);
    }

    /** As a site with rules of its own asks its people. */
    public Study asking(SiteRulesSet own) {
        return new Study(SiteRules.applied(own.rules(), protocol), activations, standing, sites, holds, own.version());
    }

    /** Why nobody is enrolled while the study is held for safety, if so. */
    public Optional<Refusal> held() {
        return holds.stream().findFirst().map(SafetyHold::refusal);
    }

    public Optional<Site> site(String name) {
        return sites.stream().filter(site -> site.site().equals(name)).findFirst();
    }

    public Optional<Activation> activation(int version) {
        return activations.stream().filter(each -> each.version() == version).findFirst();
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

    /** Why the study lets a person who was invited, or was not, neither be screened nor enrolled that day, if so. */
    public Optional<Refusal> idle(LocalDate day, @Nullable String invitation) {
        var first = activations.stream().map(Activation::activatedOn).min(LocalDate::compareTo);
        if (first.isEmpty()) {
            return notRecruiting("it has not been activated");
        }
        if (day.isBefore(first.get())) {
            return notRecruiting("it was activated on " + first.get() + ", which is after " + day);
        }
        if (standing.status().door() == Door.CLOSED) {
            return notRecruiting(standing.said());
        }
        return isByInvitation() && invitation == null
                ? Optional.of(Refusal.conflict(
                        "INVITATION_MISSING", "study " + protocol.study() + " takes people by invitation only"))
                : Optional.empty();
    }

    public boolean isByInvitation() {
        return standing.status().door() == Door.INVITED || protocol.admission().invitationRequired();
    }

    private Optional<Refusal> notRecruiting(String because) {
        return Optional.of(
                Refusal.conflict("STUDY_NOT_RECRUITING", "study " + protocol.study() + " takes nobody: " + because));
    }
}
