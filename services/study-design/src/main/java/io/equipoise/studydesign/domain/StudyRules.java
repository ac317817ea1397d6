package io.equipoise.studydesign.domain;

import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.studydesign.domain.DesignFact.SiteOpened;
import io.equipoise.studydesign.domain.DesignFact.StudyActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.DesignFact.StudyStatusChanged;
import io.equipoise.studydesign.domain.StudyCommand.Activate;
import io.equipoise.studydesign.domain.StudyCommand.ActivateAtSite;
import io.equipoise.studydesign.domain.StudyCommand.ChangeStatus;
import io.equipoise.studydesign.domain.StudyCommand.Define;
import io.equipoise.studydesign.domain.StudyCommand.Import;
import io.equipoise.studydesign.domain.StudyCommand.OpenSite;
import io.equipoise.studydesign.domain.StudyCommand.Patch;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is allowed to happen to a study: a definition may have gaps, a running study may not. */
record StudyRules(Form form) {
    /** Nowhere on Earth is it later in the day than here, so a day that has not begun here is in the future. */
    private static final ZoneId EARLIEST_MORNING = ZoneId.of("Pacific/Kiritimati");

    private static final int WHOLE_DAY = "2026-11-22".length();

    Decision<DesignFact> decide(Study study, StudyCommand command) {
        if (!study.known() && !(command instanceof Define || command instanceof Import)) {
            return Decision.refuse(Refusal.unknown("STUDY_UNKNOWN", "There is no study " + command.study() + "."));
        }
        return switch (command) {
            case Define define -> keep(study, new Definition(define.definition()), define);
            case Import read
            when study.known() ->
                Decision.refuse(Refusal.conflict(
                        "STUDY_ALREADY_DEFINED", "%s has a definition; patch it.".formatted(read.study()), "/study"));
            case Import read -> keep(study, new Definition(read.definition()), read);
            case Patch patch -> keep(study, study.definition().patched(patch.patch()), patch);
            case Activate activate -> activate(study, activate);
            case ChangeStatus change -> changeStatus(study, change);
            case OpenSite open -> openSite(study, open);
            case ActivateAtSite activate -> new SiteActivation(study, activate).decide();
        };
    }

    private Decision<DesignFact> keep(Study study, Definition next, StudyCommand command) {
        var flaws = form.flaws().apply(next.tree());
        if (!flaws.isEmpty()) {
            return refuse("DEFINITION_MALFORMED", flaws);
        }
        if (!next.study().equals(command.study())) {
            return refuse("STUDY_RENAMED", List.of(new Flaw("/study", "the study is " + command.study())));
        }
        var contradictions = Contradiction.in(next);
        if (!contradictions.isEmpty()) {
            return refuse("DEFINITION_CONTRADICTS_ITSELF", contradictions);
        }
        if (study.known() && next.equals(study.definition())) {
            return Decision.accept();
        }
        var status = statusSaidBy(next, study.definition());
        if (status.isPresent() && inTheFuture(status.get().asOf(), command)) {
            return future("/status/asOf", status.get().asOf());
        }
        var facts = new ArrayList<DesignFact>();
        facts.add(defined(study.version() + 1, next));
        status.ifPresent(facts::add);
        return Decision.accept(facts);
    }

    private static StudyDefined defined(int version, Definition next) {
        return new StudyDefined(
                next.study(),
                version,
                next.title(),
                next.tree(),
                Need.assumptions(next).stream().map(OpenValue::path).toList(),
                Need.gaps(next).stream().map(Gap::path).distinct().toList());
    }

    /** A definition that says another status than before, and since which day, changes the status too. */
    private static Optional<StudyStatusChanged> statusSaidBy(Definition next, Definition before) {
        var said = next.known("/status");
        var asOf = said.map(value -> value.note("asOf")).filter(day -> day.length() == WHOLE_DAY);
        var repeated = before.known("/status")
                .filter(old -> said.isPresent()
                        && Objects.equals(old.value(), said.get().value())
                        && Objects.equals(old.note("asOf"), said.get().note("asOf")));
        if (said.isEmpty() || asOf.isEmpty() || repeated.isPresent()) {
            return Optional.empty();
        }
        var why = Optional.ofNullable(said.get().note("why"))
                .or(() -> Optional.ofNullable(said.get().note("text")));
        return Optional.of(new StudyStatusChanged(
                next.study(),
                Status.valueOf(String.valueOf(said.get().value())),
                LocalDate.parse(asOf.get()),
                why.orElse("as the definition says")));
    }

    private static Decision<DesignFact> activate(Study study, Activate command) {
        if (inTheFuture(command.activatedOn(), command)) {
            return future("/activatedOn", command.activatedOn());
        }
        var no = keptBack(study, study.definition(), command.scope());
        if (no.isPresent()) {
            return Decision.refuse(no.get());
        }
        var now = study.activated();
        return now != null
                        && now.version() == study.version()
                        && now.activatedFor().covers(command.scope())
                ? Decision.accept()
                : Decision.accept(
                        new StudyActivated(command.study(), study.version(), command.activatedOn(), command.scope()));
    }

    /** Why nobody may work by a definition yet: what it does not say, or the status of the study. */
    static Optional<Refusal> keptBack(Study study, Definition definition, Scope scope) {
        var gaps = Need.gaps(definition).stream().filter(scope::isKeptBackBy).toList();
        if (!gaps.isEmpty()) {
            return Optional.of(hasGaps(gaps, scope));
        }
        var status = study.currentStatus();
        return status.isEmpty() || !status.get().mayBeActivated()
                ? Optional.of(Refusal.conflict(
                        "STUDY_NOT_RECRUITING",
                        "The study is " + status.map(Status::name).orElse("of unknown status") + ".",
                        "/status"))
                : Optional.empty();
    }

    private static Refusal hasGaps(List<Gap> gaps, Scope scope) {
        var before = scope == Scope.ENROLMENT ? "anybody is enrolled: " : "anybody is enrolled or dosed: ";
        return Refusal.conflict(
                "STUDY_HAS_GAPS",
                gaps.stream()
                        .map(Gap::what)
                        .distinct()
                        .collect(Collectors.joining(", ", "Unknown, and needed before " + before, ".")),
                gaps.stream().map(Gap::path).distinct().toArray(String[]::new));
    }

    private static Decision<DesignFact> changeStatus(Study study, ChangeStatus command) {
        if (inTheFuture(command.asOf(), command)) {
            return future("/asOf", command.asOf());
        }
        if (command.reason().isBlank()) {
            return refuse("REASON_MISSING", List.of(new Flaw("/reason", "a status changes for a reason")));
        }
        var now = study.status();
        return now != null && now.status() == command.status() && now.asOf().equals(command.asOf())
                ? Decision.accept()
                : Decision.accept(
                        new StudyStatusChanged(command.study(), command.status(), command.asOf(), command.reason()));
    }

    private static Decision<DesignFact> openSite(Study study, OpenSite command) {
        var site = command.site();
        var flaws = new ArrayList<Flaw>();
        check(flaws, site.site().matches("[A-Z0-9]{1,8}"), "/site", "a site is 1 to 8 capitals or digits");
        check(flaws, !site.name().isBlank(), "/name", "a site has a name");
        check(flaws, isCountry(site.country()), "/country", "a country is two letters, ISO 3166-1");
        check(flaws, isZone(site.zone()), "/zone", "a zone is an IANA name such as Europe/Berlin");
        check(flaws, site.cap() == null || site.cap() > 0, "/cap", "a cap is at least one person");
        if (!flaws.isEmpty()) {
            return refuse("SITE_INVALID", flaws);
        }
        if (site.openedOn()
                .isAfter(command.toldAt().atZone(ZoneId.of(site.zone())).toLocalDate())) {
            return future("/openedOn", site.openedOn());
        }
        var open = study.sites().get(site.site());
        if (open == null) {
            return Decision.accept(new SiteOpened(command.study(), site));
        }
        return open.equals(site)
                ? Decision.accept()
                : Decision.refuse(Refusal.conflict(
                        "SITE_ALREADY_OPEN", "Site %s was opened as %s.".formatted(site.site(), open.name()), "/site"));
    }

    private static boolean isCountry(String text) {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(text);
    }

    private static boolean isZone(String text) {
        return text.equals("UTC")
                || (text.contains("/") && ZoneId.getAvailableZoneIds().contains(text));
    }

    private static void check(List<Flaw> flaws, boolean right, String pointer, String message) {
        if (!right) {
            flaws.add(new Flaw(pointer, message));
        }
    }

    private static boolean inTheFuture(LocalDate day, StudyCommand command) {
        return day.isAfter(command.toldAt().atZone(EARLIEST_MORNING).toLocalDate());
    }

    static Decision<DesignFact> future(String pointer, LocalDate day) {
        return Decision.refuse(Refusal.invalid("IN_THE_FUTURE", day + " is yet to come.", pointer));
    }

    private static Decision<DesignFact> refuse(String code, List<Flaw> flaws) {
        return Decision.refuse(Refusal.invalid(
                code,
                flaws.stream()
                        .limit(5)
                        .map(flaw -> flaw.pointer() + ": " + flaw.message())
                        .collect(Collectors.joining("; ", "", flaws.size() > 5 ? "; and more." : ".")),
                flaws.stream().map(Flaw::pointer).distinct().toArray(String[]::new)));
    }
}
