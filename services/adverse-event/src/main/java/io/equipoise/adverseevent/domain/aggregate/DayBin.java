package io.equipoise.adverseevent.domain.aggregate;

import org.jspecify.annotations.Nullable;

/** Civil days since the last dose that came before or on the day of the onset. The bins widen, and each says what it holds. */
public enum DayBin {
    SAME_DAY(0, 0),
    NEXT_DAY(1, 1),
    DAYS_2_TO_3(2, 3),
    DAYS_4_TO_7(4, 7),
    DAYS_8_TO_14(8, 14),
    DAYS_15_TO_28(15, 28),
    DAYS_29_TO_90(29, 90),
    LATER(91, Long.MAX_VALUE),
    /** The person had been given no dose by that day, as far as this room is told. */
    NO_DOSE_BEFORE(-1, -1);

    private final long from;
    private final long to;

    DayBin(long from, long to) {
        this.from = from;
        this.to = to;
    }

    static DayBin of(@Nullable Long days) {
        if (days == null) {
            return NO_DOSE_BEFORE;
        }
        for (var bin : values()) {
            if (days >= bin.from && days <= bin.to) {
                return bin;
            }
        }
        throw new IllegalArgumentException("not a day since a dose: " + days);
    }

    public String label() {
        return switch (this) {
            case NO_DOSE_BEFORE -> "no dose before";
            case LATER -> "91+";
            default -> from == to ? String.valueOf(from) : from + "–" + to;
        };
    }
}
