package io.equipoise.enrolment.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who must be asked again: consent belongs to a version of the document, and a minor grows up. */
public record Reconsent(Person person, Protocol protocol) {

    /** Why somebody is asked again. */
    public enum Cause {
        NEW_VERSION,
        CAME_OF_AGE
    }

    /**
     * An agreement that is out of date.
     *
     * @param has the version agreed to last; null where a person who came of age never agreed alone
     */
    public record Due(Cause cause, @Nullable String has, String needs) {}

    /** What is out of date on a day. Nobody is asked again who left, who took consent back, or who never agreed. */
    public Optional<Due> due(LocalDate day) {
        var needed = protocol.consentInForce(day);
        var agreements = person.agreements();
        if (needed.isEmpty() || person.isOut() || agreements.withdrawnOn() != null || agreements.isEmpty()) {
            return Optional.empty();
        }
        var has = held(day).map(Consent::version);
        if (has.isEmpty()) {
            return agreements
                    .liveOfGuardian(day)
                    .map(by -> new Due(Cause.CAME_OF_AGE, null, needed.get().version()));
        }
        return has.get().equals(needed.get().version())
                ? Optional.empty()
                : Optional.of(new Due(Cause.NEW_VERSION, has.get(), needed.get().version()));
    }

    /** Whether the version of the document that a protocol asks for on a day has not been agreed to by then. */
    boolean lacking(Protocol asking, LocalDate day) {
        return asking.consentInForce(day)
                .filter(needed -> held(day)
                        .map(Consent::version)
                        .filter(needed.version()::equals)
                        .isEmpty())
                .isPresent();
    }

    /** An adult's own agreement; a minor's guardian's. Where nobody knows the age, whichever there is. */
    private Optional<Consent> held(LocalDate day) {
        var agreements = person.agreements();
        if (new Minority(person, protocol).isAdult(day)) {
            return agreements.live(day);
        }
        var guardian = agreements.liveOfGuardian(day);
        return guardian.isPresent() ? guardian : agreements.live(day);
    }
}
