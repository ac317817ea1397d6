package io.equipoise.enrolment.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who agreed to what, and when it was taken back. */
public record Agreements(
        List<Consent> own,
        List<GuardianConsent> guardians,
        List<Assent> assents,
        List<ScopedConsent> scopes,
        @Nullable LocalDate withdrawnOn) {
    static final Agreements NONE = new Agreements(List.of(), List.of(), List.of(), List.of(), null);

    public Agreements {
        own = List.copyOf(own);
        guardians = List.copyOf(guardians);
        assents = List.copyOf(assents);
        scopes = List.copyOf(scopes);
    }

    /** The person's own agreement that holds on a day: given by then, and never withdrawn. */
    Optional<Consent> live(LocalDate day) {
        return latest(own, day);
    }

    /** A guardian's agreement that holds on a day. */
    Optional<Consent> liveOfGuardian(LocalDate day) {
        return latest(
                guardians.stream()
                        .map(each -> new Consent(each.version(), each.givenOn()))
                        .toList(),
                day);
    }

    /** What the minor said last by that day. */
    Optional<Assent> assent(LocalDate day) {
        return assents.stream()
                .filter(assent -> !assent.on().isAfter(day))
                .reduce((one, other) -> other.on().isBefore(one.on()) ? one : other);
    }

    boolean isEmpty() {
        return own.isEmpty() && guardians.isEmpty();
    }

    Optional<LocalDate> first() {
        var days = new ArrayList<>(own.stream().map(Consent::givenOn).toList());
        guardians.forEach(each -> days.add(each.givenOn()));
        return days.stream().min(LocalDate::compareTo);
    }

    private Optional<Consent> latest(List<Consent> given, LocalDate day) {
        return withdrawnOn != null
                ? Optional.empty()
                : given.stream()
                        .filter(consent -> !consent.givenOn().isAfter(day))
                        .reduce((one, other) -> other.givenOn().isBefore(one.givenOn()) ? one : other);
    }

    Agreements with(Consent consent) {
        return new Agreements(Person.appended(own, List.of(consent)), guardians, assents, scopes, withdrawnOn);
    }

    Agreements with(GuardianConsent consent) {
        return new Agreements(own, Person.appended(guardians, List.of(consent)), assents, scopes, withdrawnOn);
    }

    Agreements with(Assent assent) {
        return new Agreements(own, guardians, Person.appended(assents, List.of(assent)), scopes, withdrawnOn);
    }

    Agreements withdrawn(LocalDate day) {
        return new Agreements(own, guardians, assents, scopes, day);
    }

    /** What holds beside taking part; nothing of it outlives the consent itself. */
    public Optional<ScopedConsent> live(String scope) {
        return withdrawnOn != null
                ? Optional.empty()
                : scopes.stream()
                        .filter(each -> each.scope().equals(scope) && each.withdrawnOn() == null)
                        .findFirst();
    }

    Agreements scopesGiven(List<String> names, LocalDate day) {
        var given =
                names.stream().map(name -> new ScopedConsent(name, day, null)).toList();
        return new Agreements(own, guardians, assents, Person.appended(scopes, given), withdrawnOn);
    }

    Agreements scopesWithdrawn(List<String> names, LocalDate day) {
        var left = scopes.stream()
                .map(each -> names.contains(each.scope()) && each.withdrawnOn() == null
                        ? new ScopedConsent(each.scope(), each.givenOn(), day)
                        : each)
                .toList();
        return new Agreements(own, guardians, assents, left, withdrawnOn);
    }
}
