package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.DATA_SAFETY_BOARD;

import io.equipoise.adverseevent.application.StoppingRules;
import io.equipoise.adverseevent.application.StudyDonors;
import io.equipoise.adverseevent.domain.Donors;
import io.equipoise.adverseevent.domain.Donors.Cluster;
import io.equipoise.adverseevent.domain.LotThreshold;
import io.equipoise.adverseevent.domain.ProductOrigin;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Door for the events by donor. A donor tells an arm: it is for the data safety board and for no other role. */
@RestController
class DonorEndpoint {
    private final StudyDonors donors;
    private final StoppingRules rules;

    DonorEndpoint(StudyDonors donors, StoppingRules rules) {
        this.donors = donors;
        this.rules = rules;
    }

    /**
     * All donors of a study.
     *
     * @param told whether randomization has told any origin of product
     * @param threshold of the study for the same event after one lot; absent where it has none
     * @param before events that began before any dose, and count for no line
     */
    record Whole(
            String study,
            boolean told,
            @Nullable Threshold threshold,
            int people,
            int events,
            int before,
            List<Line> donors) {}

    record Threshold(int people, @Nullable String within) {
        static Threshold of(LotThreshold threshold) {
            var within = threshold.within();
            return new Threshold(threshold.people(), within == null ? null : within.toString());
        }
    }

    /** Which kind of line it is. */
    enum Origin {
        DONOR,
        NO_DONOR,
        NOT_TOLD;

        static Origin of(Donors.Line line) {
            return line.origin().map(told -> told.hasDonor() ? DONOR : NO_DONOR).orElse(NOT_TOLD);
        }
    }

    /** @param donor the code; absent where there is none, or where it is not told */
    record Line(
            Origin origin,
            @Nullable String donor,
            int doses,
            int people,
            int peopleWithEvent,
            int peopleWithSeriousEvent,
            int events,
            List<Cluster> clusters) {
        static Line of(Donors.Line line) {
            return new Line(
                    Origin.of(line),
                    line.origin()
                            .filter(ProductOrigin::hasDonor)
                            .map(ProductOrigin::code)
                            .orElse(null),
                    line.doses(),
                    line.people(),
                    line.withEvent(),
                    line.withSerious(),
                    line.events(),
                    line.clusters());
        }
    }

    @GetMapping("/api/safety/donors/{study}")
    @Allowed(DATA_SAFETY_BOARD)
    Whole donors(@PathVariable String study, Caller caller) {
        caller.mustSeeEverySite();
        if (!rules.knows(study)) {
            throw new Problem(Refusal.unknown("STUDY_UNKNOWN", "no study of that name is known here"));
        }
        var picture = donors.of(study);
        return new Whole(
                study,
                picture.told(),
                picture.threshold().map(Threshold::of).orElse(null),
                picture.donors().people(),
                picture.donors().events(),
                picture.donors().before(),
                picture.donors().lines().stream().map(Line::of).toList());
    }
}
