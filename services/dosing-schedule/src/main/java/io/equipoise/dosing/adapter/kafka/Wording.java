package io.equipoise.dosing.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.equipoise.dosing.domain.Entry;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.Infusion.Interruption;
import io.equipoise.dosing.domain.Volume;
import io.equipoise.dosing.domain.quantity.Measured;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of the dosing topic, field by field as the contracts have them. */
interface Wording {
    record Lines(String subject, String study, String site, LocalDate day0, String because, List<Line> entries) {}

    record Line(
            String entry,
            String title,
            Entry.Kind kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer dose,

            int day,
            LocalDate planned,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            Entry.State state) {
        static Line of(Entry e) {
            return new Line(
                    e.entry(),
                    e.title(),
                    e.kind(),
                    e.dose(),
                    e.day(),
                    e.planned(),
                    e.earliest(),
                    e.latest(),
                    e.state());
        }
    }

    record Given(
            String subject,
            String study,
            String site,
            int dose,
            String kit,
            String packagingLot,
            Instant startedAt,
            Instant stoppedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Volume volume,

            List<Interruption> interruptions,
            List<Deviation> deviations,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String course,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String route,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Measured amount,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reducedTo) {}

    record Taken(
            String subject,
            String study,
            String site,
            String course,
            int nth,
            String lot,
            Instant startedAt,
            Instant stoppedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Volume volume,

            List<Deviation> deviations,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String route,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Measured amount) {}

    record Accompanied(
            String subject,
            String study,
            String site,
            String companion,
            String title,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean confounder,

            LocalDate from,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate until) {}

    record Held(String subject, String study, String site, int dose, LocalDate heldOn, String reason) {}

    record Released(String subject, String study, String site, int dose, LocalDate releasedOn, String reason) {}

    record Missed(String subject, String study, String site, int dose, LocalDate missedOn, String reason) {}

    record Stopped(String subject, String study, String site, LocalDate stoppedOn, String reason) {}
}
