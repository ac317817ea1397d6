package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.adverseevent.application.Watching.Asked;
import io.equipoise.adverseevent.application.Watching.Calendar;
import io.equipoise.adverseevent.domain.alerting.AlertRules;
import io.equipoise.adverseevent.domain.alerting.Ladder;
import io.equipoise.adverseevent.domain.alerting.QuietHours;
import io.equipoise.adverseevent.domain.alerting.Rung;
import io.equipoise.adverseevent.domain.alerting.Shift;
import io.equipoise.platform.web.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said at the doors of the watch. */
final class WatchRequests {
    private WatchRequests() {}

    record RulesRequest(
            boolean serious,
            List<String> terms,
            List<String> codes,
            @Nullable Integer gradeAtLeast,
            @Nullable Integer infusionReactionMinutes,
            boolean lotCluster,
            boolean stoppingBoundary,
            boolean clockAtRisk,
            String reason) {
        Asked asked() {
            return new Asked(
                    serious,
                    new AlertRules(
                            terms,
                            codes,
                            gradeAtLeast,
                            infusionReactionMinutes,
                            lotCluster,
                            stoppingBoundary,
                            clockAtRisk));
        }
    }

    record ShiftRequest(String person, Instant from, Instant until) {}

    record RotaRequest(String zone, List<ShiftRequest> shifts, boolean gapsAcknowledged, String reason) {
        Calendar calendar() {
            return new Calendar(
                    zoneOf(zone),
                    shifts.stream()
                            .map(shift -> new Shift(shift.person(), shift.from(), shift.until()))
                            .toList(),
                    gapsAcknowledged);
        }
    }

    record StepRequest(String after, List<String> tell) {}

    record LadderRequest(List<StepRequest> steps, String reason) {
        Ladder ladder() {
            var rungs = new ArrayList<Rung>();
            for (int i = 0; i < steps.size(); i++) {
                var step = steps.get(i);
                rungs.add(new Rung(waiting(step.after(), "/steps/" + i + "/after"), step.tell()));
            }
            return new Ladder(rungs);
        }
    }

    record QuietHoursRequest(
            @Nullable String zone,
            @Nullable String from,
            @Nullable String until) {
        /** Nothing said means: at any time. */
        @Nullable
        QuietHours hours() {
            if (zone == null && from == null && until == null) {
                return null;
            }
            return new QuietHours(zoneOf(given(zone, "/zone")), time(from, "/from"), time(until, "/until"));
        }
    }

    private static String given(@Nullable String text, String pointer) {
        if (text == null) {
            throw Problem.badRequest("FIELD_MISSING", "the request lacks " + pointer, pointer);
        }
        return text;
    }

    private static ZoneId zoneOf(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw Problem.badRequest("FIELD_MALFORMED", "/zone must be a zone such as Europe/Berlin", "/zone");
        }
    }

    private static LocalTime time(@Nullable String text, String pointer) {
        try {
            return LocalTime.parse(given(text, pointer));
        } catch (DateTimeException other) {
            throw Problem.badRequest("FIELD_MALFORMED", pointer + " must be a time such as 22:00", pointer);
        }
    }

    private static Duration waiting(String text, String pointer) {
        try {
            var wait = Duration.parse(text);
            if (!wait.isNegative()) {
                return wait;
            }
        } catch (DateTimeException other) {
            // said below
        }
        throw Problem.badRequest("FIELD_MALFORMED", pointer + " must be a duration such as PT15M", pointer);
    }
}
