package io.equipoise.enrolment.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Origin;
import io.equipoise.enrolment.domain.Person;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one screening may follow from, and only one: an invitation, or an earlier attempt that failed. */
interface Ticket {

    /** Why nobody can come on it, if so. */
    Optional<Refusal> invalid();

    Origin origin();

    /** The number that whoever comes on it gets; none while nobody has come. */
    Optional<SubjectId> boundTo();

    /** @param instead a number that it was bound to and that somebody else came under */
    Outcome<EnrolmentEvent> bind(SubjectId to, @Nullable SubjectId instead, Attribution by);

    /** Whether this person came on this ticket. */
    boolean admitted(Person person);

    Refusal used(SubjectId by);
}
