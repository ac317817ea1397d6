package io.equipoise.adverseevent.domain.icsr;

import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.EventDetails;
import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.GivenDose;
import io.equipoise.adverseevent.domain.ReportableKind;
import io.equipoise.adverseevent.domain.SafetyCase;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a report of a case is made of.
 *
 * @param recorded of every event by its id: what stands beside the account that the case tells
 * @param site where the subject's clocks are, for the times of doses
 * @param given what the subject really got; only where its code was broken for this case and the reader may know it
 */
public record Material(
        SafetyCase safetyCase,
        Sender sender,
        StudyFile study,
        Map<String, Recorded> recorded,
        List<GivenDose> doses,
        ZoneId site,
        Optional<String> given) {
    public Material {
        recorded = Map.copyOf(recorded);
        doses = List.copyOf(doses);
    }

    /** A term of MedDRA: its version, such as 29.0, and eight digits. */
    public record Coded(String version, String code) {}

    /**
     * What is on record of an event beyond its account.
     *
     * @param opinions the investigator's always among them, none is left out or lowered
     * @param unexpected OPEN where nobody has held what is on record now against the reference safety information
     * @param code empty where nobody has coded it
     * @param details empty where the site told nothing beyond the account
     */
    public record Recorded(
            List<Opinion> opinions, Answer unexpected, Optional<Coded> code, Optional<EventDetails> details) {
        private static final Recorded NOTHING =
                new Recorded(List.of(), Answer.OPEN, Optional.empty(), Optional.empty());

        public Recorded {
            opinions = List.copyOf(opinions);
        }

        /** Whether anybody holds it reasonably possible that a product caused it. */
        public boolean suspected() {
            return opinions.stream().anyMatch(Opinion::reasonablyPossible);
        }

        /** Reported as a reaction is, whoever suspects what (CTR Annex III 2.3 point 2): what it is, in words. */
        public Optional<String> likeAReaction() {
            return details.stream()
                    .flatMap(told -> told.kinds().stream())
                    .filter(ReportableKind::isLikeAReaction)
                    .map(ReportableKind::words)
                    .findFirst();
        }
    }

    /** The same, for readers who may know what the subject got. */
    public Material with(Optional<String> product) {
        return new Material(safetyCase, sender, study, recorded, doses, site, product);
    }

    public Recorded of(CaseEvent event) {
        return recorded.getOrDefault(event.event(), Recorded.NOTHING);
    }
}
