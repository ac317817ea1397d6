package io.equipoise.randomization;

import io.equipoise.platform.consume.ProtocolsHeard;
import io.equipoise.randomization.domain.AllocationEvent;
import java.util.List;
import java.util.Optional;

/** The version of the definition that whom facts are about goes by, as enrolment told it. */
record ProtocolOf(ProtocolsHeard protocols) {

    Optional<Integer> whomTheyAreAbout(List<AllocationEvent> facts) {
        return switch (facts.getFirst()) {
            case AllocationEvent.OfSubject about -> version(about.subject());
            case AllocationEvent.OfSafety about -> version(about.subject());
            case AllocationEvent aboutNobody -> Optional.empty();
        };
    }

    private Optional<Integer> version(String subject) {
        return protocols.of("enrolment", "enrolment", "subject/" + subject);
    }
}
