package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Donors;
import io.equipoise.adverseevent.domain.LotThreshold;
import io.equipoise.adverseevent.domain.Moment;
import io.equipoise.adverseevent.domain.Origins;
import io.equipoise.contracts.SubjectId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events of a study by the donor of what people were given: unblinded, for the data safety board alone. */
public final class StudyDonors {
    private final ProductOrigins origins;
    private final DosesGiven doses;
    private final SafetyViews views;
    private final House house;
    private final Protocols protocols;

    public StudyDonors(ProductOrigins origins, DosesGiven doses, SafetyViews views, House house, Protocols protocols) {
        this.origins = origins;
        this.doses = doses;
        this.views = views;
        this.house = house;
        this.protocols = protocols;
    }

    /**
     * The counts, and what they are held against.
     *
     * @param told whether randomization has told any origin of the study
     * @param threshold from when on the study calls it a cluster of a lot; empty where it does not say
     */
    public record Picture(Donors donors, boolean told, Optional<LotThreshold> threshold) {}

    public Picture of(String study) {
        var known = origins.of(study);
        var threshold = protocols.of(study).flatMap(SafetyProtocol::lotThreshold);
        var given =
                doses.ofStudy(study).stream().map(dose -> given(dose, known)).toList();
        return new Picture(Donors.of(given, events(study), threshold.orElse(null)), !known.areNone(), threshold);
    }

    /** How many doses are told of the study. */
    public long doses(String study) {
        return doses.countOfStudy(study);
    }

    private Donors.Given given(DosesGiven.Given dose, Origins known) {
        return new Donors.Given(
                dose.subject().toString(),
                dose.dose(),
                dose.startedAt(),
                house.zone(dose.subject()).orElse(null),
                known.of(dose.subject(), dose.kit()));
    }

    private List<Donors.Traced> events(String study) {
        return views.events(study).stream().map(StudyDonors::traced).toList();
    }

    private static Donors.Traced traced(Map<String, Object> event) {
        return new Donors.Traced(
                text(event, "event"),
                SubjectId.parse(text(event, "subject")).orElseThrow().toString(),
                text(event, "term"),
                Boolean.TRUE.equals(event.get("serious")),
                Moment.parse(text(event, "onset")).orElseThrow(),
                event.get("dose") instanceof Integer dose ? dose : null);
    }

    private static String text(Map<String, Object> from, String field) {
        return String.valueOf(from.get(field));
    }
}
