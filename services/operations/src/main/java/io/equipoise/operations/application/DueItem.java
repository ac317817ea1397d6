package io.equipoise.operations.application;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A planned dose or scan that is overdue, may happen now, or comes soon, on the site's own date. */
public record DueItem(
        Standing standing,
        String subject,
        String site,
        String entry,
        String title,
        String kind,
        LocalDate planned,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        long daysLeft,
        boolean held) {

    /** Overdue once the window has closed; due while it is open; soon in the four weeks before it opens. */
    public enum Standing {
        OVERDUE,
        DUE,
        SOON
    }

    public String href() {
        return new Row(subject, "").href();
    }

    public String window() {
        return earliest == null || latest == null ? "window unknown" : earliest + " to " + latest;
    }

    public String inWords() {
        if (latest == null) {
            return "no window stated";
        }
        return switch (standing) {
            case OVERDUE -> days(-daysLeft) + " past the window";
            case DUE -> daysLeft == 0 ? "closes today" : "closes in " + days(daysLeft);
            case SOON -> "planned " + planned;
        };
    }

    private static String days(long number) {
        return number == 1 ? "1 day" : number + " days";
    }
}
