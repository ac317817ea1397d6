package io.equipoise.enrolment.domain;

import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Who must have agreed by a day: an adult alone; for a minor a guardian, and from an age on the minor too. */
record Minority(Person person, Protocol protocol) {
    /** Below it a person is a child where no law says otherwise (Convention on the Rights of the Child, article 1). */
    private static final int CHILD = 18;

    Optional<Refusal> notAgreed(LocalDate day) {
        if (person.agreements().withdrawnOn() != null) {
            return missing("CONSENT_MISSING", "the consent was withdrawn");
        }
        var born = person.born(protocol);
        var guardian = protocol.admission().guardian();
        if (born.isEmpty()) {
            return guardian == null
                    ? noOwnConsent(day)
                    : missing(
                            "BIRTH_DATE_MISSING",
                            "whether a guardian must agree follows from the date of birth, which nobody recorded");
        }
        var years = ChronoUnit.YEARS.between(born.get(), day);
        if (guardian == null) {
            return years >= CHILD
                    ? noOwnConsent(day)
                    : missing(
                            "GUARDIAN_RULE_UNKNOWN",
                            "the person is " + years + ", and the definition leaves open who agrees for a minor"
                                    + " (eligibility.guardian)");
        }
        if (years >= guardian.below()) {
            return noOwnConsent(day);
        }
        if (person.agreements().liveOfGuardian(day).isEmpty()) {
            return missing(
                    "GUARDIAN_CONSENT_MISSING", "the person is " + years + ", and no guardian has agreed by " + day);
        }
        var assentFrom = guardian.assentFrom();
        return assentFrom == null || years < assentFrom ? Optional.empty() : noAssent(day);
    }

    /** False where nothing says so: a person whose age nobody knows may be a minor. */
    boolean isAdult(LocalDate day) {
        var guardian = protocol.admission().guardian();
        var below = guardian == null ? CHILD : guardian.below();
        return person.born(protocol)
                .filter(born -> ChronoUnit.YEARS.between(born, day) >= below)
                .isPresent();
    }

    private Optional<Refusal> noOwnConsent(LocalDate day) {
        return person.agreements().live(day).isPresent()
                ? Optional.empty()
                : missing("CONSENT_MISSING", "there is no live consent given by " + day);
    }

    private Optional<Refusal> noAssent(LocalDate day) {
        var assent = person.agreements().assent(day);
        return assent.isPresent() && assent.get().answer() == AssentAnswer.AGREES
                ? Optional.empty()
                : missing(
                        "ASSENT_MISSING",
                        assent.isPresent()
                                ? "the minor refused on " + assent.get().on()
                                : "nobody has recorded that the minor agrees");
    }

    private static Optional<Refusal> missing(String code, String detail) {
        return Optional.of(Refusal.conflict(code, detail));
    }
}
