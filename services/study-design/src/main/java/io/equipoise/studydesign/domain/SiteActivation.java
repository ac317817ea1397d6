package io.equipoise.studydesign.domain;

import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.studydesign.domain.DesignFact.Site;
import io.equipoise.studydesign.domain.DesignFact.SiteVersionActivated;
import io.equipoise.studydesign.domain.Study.InForce;
import io.equipoise.studydesign.domain.StudyCommand.ActivateAtSite;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An amendment goes into force at one site. Ethics committees approve it on different days, so other sites work on by the
 * version that they have.
 */
record SiteActivation(Study study, ActivateAtSite command) {

    Decision<DesignFact> decide() {
        var site = study.sites().get(command.site());
        if (site == null) {
            return Decision.refuse(Refusal.unknown(
                    "SITE_UNKNOWN", "Site %s of %s was not opened.".formatted(command.site(), command.study())));
        }
        var now = study.inForceAt(command.site());
        if (now.isEmpty()) {
            return Decision.refuse(Refusal.conflict(
                    "STUDY_NOT_ACTIVATED",
                    "The first version is activated for the whole study; then sites may differ."));
        }
        return now.get().equals(new InForce(command.version(), command.activatedOn()))
                ? Decision.accept()
                : wrong(now.get())
                        .or(() -> tooEarly(now.get(), site))
                        .<Decision<DesignFact>>map(Decision::refuse)
                        .orElseGet(() -> inForce(site));
    }

    private Decision<DesignFact> inForce(Site site) {
        var today = command.toldAt().atZone(ZoneId.of(site.zone())).toLocalDate();
        return command.activatedOn().isAfter(today)
                ? StudyRules.future("/activatedOn", command.activatedOn())
                : Decision.accept(new SiteVersionActivated(
                        command.study(), command.site(), command.version(), command.activatedOn()));
    }

    private Optional<Refusal> wrong(InForce now) {
        var definition = study.kept().get(command.version());
        var activated = study.activated();
        if (definition == null || activated == null) {
            return Optional.of(Refusal.invalid(
                    "VERSION_UNKNOWN", "There is no version " + command.version() + " of this study.", "/version"));
        }
        return command.version() <= now.version()
                ? Optional.of(Refusal.conflict(
                        "SITE_VERSION_NOT_LATER",
                        "Site %s works by version %d since %s; an amendment is a later one."
                                .formatted(command.site(), now.version(), now.since()),
                        "/version"))
                : StudyRules.keptBack(study, definition, activated.activatedFor());
    }

    private Optional<Refusal> tooEarly(InForce now, Site site) {
        var first = site.openedOn().isAfter(now.since()) ? site.openedOn() : now.since();
        return command.activatedOn().isBefore(first)
                ? Optional.of(Refusal.invalid(
                        "SITE_VERSION_TOO_EARLY",
                        "Site %s works by version %d, and is open, only since %s."
                                .formatted(command.site(), now.version(), first),
                        "/activatedOn"))
                : Optional.empty();
    }
}
