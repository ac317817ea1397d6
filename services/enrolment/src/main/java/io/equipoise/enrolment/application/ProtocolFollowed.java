package io.equipoise.enrolment.application;

import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Person;
import io.equipoise.enrolment.domain.Subject;
import io.equipoise.platform.command.ProtocolVersion;
import java.util.List;
import java.util.Optional;

/** Who is enrolled goes by the version of that day until they move; who is screened, by what is in force at the site. */
public final class ProtocolFollowed implements ProtocolVersion<Subject, EnrolmentEvent> {
    private final Studies studies;

    public ProtocolFollowed(Studies studies) {
        this.studies = studies;
    }

    @Override
    public Optional<Integer> of(Subject after, List<EnrolmentEvent> facts) {
        return after instanceof Person person
                ? Optional.ofNullable(person.participation().version())
                        .or(() -> inForce(
                                person.subject().study(), person.subject().site()))
                : Optional.empty();
    }

    private Optional<Integer> inForce(String study, String site) {
        return studies.find(study, site).map(found -> found.protocol().version());
    }
}
