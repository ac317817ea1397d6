package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.CaseFact.CaseInformationReceived;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.MinimumCriterion;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.Submission;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A case on one page: what it tells, its clocks, what went out, what differs from the record, what it looks like. */
public record CaseSheet(
        SafetyCase state,
        List<ClockCard> clocks,
        List<Reconciling.Item> differences,
        List<Duplicates.Candidate> likes,
        List<StoryStep> steps) {
    public CaseSheet {
        clocks = List.copyOf(clocks);
        differences = List.copyOf(differences);
        likes = List.copyOf(likes);
        steps = List.copyOf(steps);
    }

    /** Something received, as a line of a table. */
    public record Received(int number, SiteTime at, String what, String reporter, boolean significant, boolean fatal) {}

    /** A report, as a line of a table. */
    public record Sent(int number, String authority, String kind, SiteTime at, int covers, String note) {}

    public CaseOpened opened() {
        return state.opened().orElseThrow();
    }

    public boolean open() {
        return state.goesOn();
    }

    /** What became of the case, in words; nothing where it goes on. */
    public String end() {
        return state.nullified()
                .map(nullified -> "Nullified: " + nullified.reason())
                .or(() -> state.mergedInto().map(merged -> "Merged into " + merged.into() + ": " + merged.reason()))
                .orElse("");
    }

    public String missing() {
        return state.missing().stream().map(MinimumCriterion::words).collect(Collectors.joining(", "));
    }

    public String narrative() {
        return state.narrative().orElse("");
    }

    /** What the report tells of the person, in one line; the number in the trial stands elsewhere. */
    public String patient() {
        var patient = state.patient();
        var age = patient.age();
        var said = Stream.of(
                        age == null ? "" : age.number() + " " + age.unit().words(),
                        patient.sex() == null ? "" : patient.sex().name().toLowerCase(Locale.ROOT),
                        patient.weight() == null ? "" : patient.weight().toPlainString() + " kg",
                        patient.height() == null ? "" : patient.height().toPlainString() + " cm",
                        patient.history() == null ? "" : "history: " + patient.history())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? "nothing told yet; unknown in the report" : said;
    }

    public List<Received> received() {
        return state.information().stream().map(CaseSheet::received).toList();
    }

    private static Received received(CaseInformationReceived each) {
        var information = each.information();
        var name = each.reporterName() == null ? "" : ", " + each.reporterName();
        return new Received(
                each.number(),
                SiteTime.of(information.receivedAt(), information.office()),
                each.what(),
                information.reporter().name().toLowerCase(Locale.ROOT).replace('_', ' ') + name + ", "
                        + information.country(),
                information.significant(),
                information.turnedFatal());
    }

    public List<Sent> sent() {
        return state.submissions().stream().map(this::sent).toList();
    }

    private Sent sent(Submission each) {
        var office = state.information().getFirst().information().office();
        var answer = state.answer(each.number())
                .map(said -> said.receipt().name() + " (" + said.reference() + ")")
                .orElse("no answer yet");
        return new Sent(
                each.number(),
                each.authority(),
                each.kind().name(),
                SiteTime.of(each.sentAt(), office),
                each.covers(),
                (each.complete() ? "complete; " : "incomplete; ") + each.reference() + "; " + answer);
    }

    /** Where the office is that received the first information. */
    public String office() {
        return state.information().getFirst().information().office().getId();
    }
}
