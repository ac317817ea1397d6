package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.clock.Clock;
import io.equipoise.adverseevent.domain.clock.ClockRule.Kind;
import io.equipoise.adverseevent.domain.clock.Sentence;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A clock as a safety officer reads it: what is due to whom, until when, and why.
 *
 * @param due the last day on which the report is in time
 * @param tooLate the first moment that is too late, by the clocks of the office
 * @param because the sentences under their titles, in the order of the explanation
 */
public record ClockCard(
        String id,
        String caseId,
        String subject,
        String authority,
        String title,
        Kind kind,
        Clock.State state,
        boolean provisional,
        String due,
        SiteTime tooLate,
        List<Reasons> because) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

    public ClockCard {
        because = List.copyOf(because);
    }

    /** Sentences of one role. */
    public record Reasons(String title, List<String> sentences) {
        public Reasons {
            sentences = List.copyOf(sentences);
        }
    }

    static ClockCard of(ClockBoard.Entry entry) {
        var clock = entry.explained().clock();
        return new ClockCard(
                entry.about().caseId() + "-" + clock.id().replace('/', '-'),
                entry.about().caseId(),
                entry.about().subject(),
                clock.authority(),
                entry.explained().title(),
                clock.rule().kind(),
                entry.state(),
                clock.provisional(),
                day(clock.due()) + ", " + zone(clock.office()),
                SiteTime.of(clock.deadline(), clock.office()),
                reasons(entry.explained().because()));
    }

    private static List<Reasons> reasons(List<Sentence> because) {
        return Arrays.stream(Sentence.Role.values())
                .map(role -> new Reasons(
                        role.title(),
                        because.stream()
                                .filter(each -> each.role() == role)
                                .map(Sentence::text)
                                .toList()))
                .filter(each -> !each.sentences().isEmpty())
                .toList();
    }

    /** The class of the mark and its word: never colour alone. */
    public String flag() {
        return switch (state) {
            case RUNNING -> "soon";
            case AT_RISK -> "due";
            case LATE, MET_LATE -> "late";
            case MET -> "done";
            case STOOD_DOWN -> "known";
        };
    }

    /** How it stands, in words. */
    public String word() {
        return switch (state) {
            case RUNNING -> "runs";
            case AT_RISK -> "at risk";
            case LATE -> "late";
            case MET -> "met";
            case MET_LATE -> "met late";
            case STOOD_DOWN -> "not due any more";
        };
    }

    /** What the report is about, in words. */
    public String report() {
        return switch (kind) {
            case FATAL_OR_LIFE_THREATENING -> "first report, fatal or life-threatening";
            case OTHER -> "first report";
            case TURNED_FATAL -> "first report since it is fatal or life-threatening";
            case FOUND_LATER -> "first report, found reportable later";
            case COMPLETION -> "what the first report owes";
            case FOLLOW_UP -> "follow-up report";
        };
    }

    public boolean open() {
        return state == Clock.State.RUNNING || state == Clock.State.AT_RISK || state == Clock.State.LATE;
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }

    private static String zone(ZoneId zone) {
        return zone.getId();
    }
}
