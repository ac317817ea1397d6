package io.equipoise.dosing.domain;

import io.equipoise.platform.Refusal;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether what was given came from where it should: a kit dispensed to this person, or a lot where nothing is in kits. */
record Supply(Calendar calendar, CalendarCommand.Administer asked, boolean kits) {
    private static final int LONGEST = 100;

    Optional<Refusal> refusal() {
        var kit = asked.infusion().kit();
        var lot = asked.infusion().details().lot();
        if (kits) {
            return kit == null
                    ? Optional.of(Refusal.invalid("KIT_MISSING", "say which kit was given", "/kit"))
                    : kit(kit);
        }
        if (kit != null) {
            return Optional.of(Refusal.invalid(
                    "KIT_NOT_ASKED", "nothing in this study comes in numbered kits: say the lot", "/kit"));
        }
        return lot == null || lot.isBlank() || lot.length() > LONGEST
                ? Optional.of(Refusal.invalid("LOT_MISSING", "say which lot was given", "/lot"))
                : Optional.empty();
    }

    private Optional<Refusal> kit(String wanted) {
        var used = calendar.doses().values().stream()
                .anyMatch(course ->
                        course.given() != null && wanted.equals(course.given().kit()));
        if (used) {
            return Optional.of(Refusal.conflict("KIT_ALREADY_USED", wanted + " was given before", "/kit"));
        }
        return kitProblem(wanted).map(why -> Refusal.conflict("KIT_NOT_DISPENSED_TO_SUBJECT", why, "/kit"));
    }

    private Optional<String> kitProblem(String wanted) {
        var kit = asked.circumstances().kit();
        if (kit == null || !kit.kit().equals(wanted)) {
            return Optional.of(wanted + " is not known as dispensed; a dispensation recorded just now may still be on"
                    + " its way, and the command may be sent again");
        }
        if (!kit.subject().equals(asked.subject().toString())) {
            return Optional.of(wanted + " was not dispensed to this person");
        }
        if (kit.dose() != asked.infusion().dose()) {
            return Optional.of("%s was dispensed for dose %d".formatted(wanted, kit.dose()));
        }
        if (kit.dispensedAt().isAfter(asked.infusion().startedAt())) {
            return Optional.of(
                    "%s was dispensed at %s, after the infusion started".formatted(wanted, kit.dispensedAt()));
        }
        return Stream.ofNullable(kit.returnedAt())
                .filter(returned ->
                        returned.isBefore(asked.infusion().stoppedAt()) && !returned.isBefore(kit.dispensedAt()))
                .map(returned -> "%s was returned at %s".formatted(wanted, returned))
                .findFirst();
    }
}
