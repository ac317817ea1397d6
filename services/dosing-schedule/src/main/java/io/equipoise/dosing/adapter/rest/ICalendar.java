package io.equipoise.dosing.adapter.rest;

import io.equipoise.dosing.application.Calendars.Shown;
import io.equipoise.dosing.domain.Entry;
import io.equipoise.dosing.domain.VisitLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Calendars in the form that calendar programs read (RFC 5545): one all-day event a line, always under the same
 * identifier, with no reason and no product in it.
 */
final class ICalendar {
    private static final int FOLD = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final List<String> lines = new ArrayList<>();

    ICalendar(String name) {
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:-//Equipoise//Dosing schedule//EN");
        lines.add("CALSCALE:GREGORIAN");
        lines.add("X-WR-CALNAME:" + escaped(name));
    }

    private record Happening(String id, String title, LocalDate on, String window, String status) {}

    ICalendar with(String subject, Shown shown) {
        shown.entries().forEach(entry -> event(subject, shown, happening(entry)));
        shown.visits().forEach(visit -> event(subject, shown, happening(visit)));
        return this;
    }

    /** Lines end in CRLF, and none is longer than 75 octets. */
    String text() {
        var text = new StringBuilder();
        lines.forEach(line -> fold(line, text));
        fold("END:VCALENDAR", text);
        return text.toString();
    }

    private static Happening happening(Entry entry) {
        var status = switch (entry.state()) {
            case CANCELLED, MISSED -> "CANCELLED";
            case HELD -> "TENTATIVE";
            case PLANNED, GIVEN -> "CONFIRMED";
        };
        var window = entry.earliest() == null || entry.latest() == null
                ? ""
                : "from %s to %s".formatted(entry.earliest(), entry.latest());
        return new Happening(entry.entry(), entry.title(), entry.planned(), window, status);
    }

    private static Happening happening(VisitLine visit) {
        var window = visit.earliest() == null || visit.latest() == null
                ? ""
                : "from %s to %s".formatted(visit.earliest(), visit.latest());
        return new Happening(
                "VISIT-" + visit.visit(),
                visit.title(),
                visit.planned(),
                window,
                visit.cancelled() ? "CANCELLED" : "CONFIRMED");
    }

    private void event(String subject, Shown shown, Happening what) {
        lines.add("BEGIN:VEVENT");
        lines.add("UID:%s-%s@equipoise".formatted(subject, what.id()));
        lines.add("SEQUENCE:" + shown.version());
        lines.add("DTSTAMP:" + stamp(shown.changedAt()));
        lines.add("DTSTART;VALUE=DATE:" + date(what.on()));
        lines.add("DTEND;VALUE=DATE:" + date(what.on().plusDays(1)));
        lines.add("SUMMARY:" + escaped(subject + ": " + what.title()));
        if (!what.window().isEmpty()) {
            lines.add("DESCRIPTION:" + escaped(what.window()));
        }
        lines.add("STATUS:" + what.status());
        lines.add("TRANSP:TRANSPARENT");
        lines.add("END:VEVENT");
    }

    private static String stamp(Instant instant) {
        return STAMP.format(instant);
    }

    private static String date(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** A long line goes on after a line end and a space; no character is cut in two. */
    private static void fold(String line, StringBuilder text) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            var one = Character.toString(character);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > FOLD) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += size;
            at += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
