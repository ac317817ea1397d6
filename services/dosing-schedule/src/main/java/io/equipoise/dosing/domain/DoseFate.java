package io.equipoise.dosing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one planned dose so far. */
record DoseFate(
        @Nullable Given given,
        @Nullable Missed missed,
        List<Pause> holds,
        @Nullable Permit permit) {
    static final DoseFate NOTHING_YET = new DoseFate(null, null, List.of(), null);

    record Given(@Nullable String kit, Instant stoppedAt, LocalDate on) {}

    /** Somebody decided that this dose may be given although the study is suspended, since that day. */
    record Permit(LocalDate on, LocalDate suspendedAsOf, String reason) {}

    record Missed(LocalDate on, String reason) {}

    record Pause(LocalDate from, @Nullable LocalDate until, String reason) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    DoseFate {
        holds = List.copyOf(holds);
    }

    boolean settled() {
        return given != null || missed != null;
    }

    boolean untouched() {
        return equals(NOTHING_YET);
    }

    Optional<Pause> openHold() {
        return holds.stream().filter(hold -> hold.until() == null).findFirst();
    }

    Optional<Pause> holdOn(LocalDate day) {
        return holds.stream().filter(hold -> hold.covers(day)).findFirst();
    }

    DoseFate given(Given how) {
        return new DoseFate(how, null, holds, permit);
    }

    DoseFate missed(Missed how) {
        return new DoseFate(null, how, holds, permit);
    }

    DoseFate permitted(Permit how) {
        return new DoseFate(given, missed, holds, how);
    }

    DoseFate held(LocalDate on, String reason) {
        var all = new ArrayList<>(holds);
        all.add(new Pause(on, null, reason));
        return new DoseFate(given, missed, all, permit);
    }

    DoseFate released(LocalDate on) {
        return new DoseFate(
                given,
                missed,
                holds.stream()
                        .map(hold -> hold.until() == null ? new Pause(hold.from(), on, hold.reason()) : hold)
                        .toList(),
                permit);
    }
}
