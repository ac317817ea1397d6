package io.equipoise.dosing.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.application.DueList;
import io.equipoise.dosing.domain.CalendarEvent.CalendarAmended;
import io.equipoise.dosing.domain.CalendarEvent.CalendarDrawn;
import io.equipoise.dosing.domain.CalendarEvent.CalendarPlanned;
import io.equipoise.dosing.domain.CalendarEvent.CalendarRecalculated;
import io.equipoise.dosing.domain.CalendarEvent.CompanionTreatmentRecorded;
import io.equipoise.dosing.domain.CalendarEvent.DoseAdministered;
import io.equipoise.dosing.domain.CalendarEvent.DoseDetailed;
import io.equipoise.dosing.domain.CalendarEvent.DoseHeld;
import io.equipoise.dosing.domain.CalendarEvent.DoseMissed;
import io.equipoise.dosing.domain.CalendarEvent.DosePermitted;
import io.equipoise.dosing.domain.CalendarEvent.DoseReduced;
import io.equipoise.dosing.domain.CalendarEvent.DoseReleased;
import io.equipoise.dosing.domain.CalendarEvent.DoseTakenAsNeeded;
import io.equipoise.dosing.domain.CalendarEvent.DosingStopped;
import io.equipoise.dosing.domain.CalendarEvent.StopNoted;
import io.equipoise.dosing.domain.CohortEvent;
import io.equipoise.dosing.domain.DosingEvent;
import io.equipoise.dosing.domain.Entry;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.projection.OwnProjection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Every calendar's lines as last recalculated, a document a person, for questions that go across people. */
public final class CalendarsProjection implements OwnProjection<DosingEvent>, DueList {
    private static final String CALENDARS = "calendars";
    private static final String STREAM = "calendar/";

    private final MongoCollection<Document> calendars;

    public CalendarsProjection(MongoDatabase database) {
        this.calendars = database.getCollection(CALENDARS);
        calendars.createIndex(Indexes.ascending("study"));
    }

    @Override
    public List<String> collections() {
        return List.of(CALENDARS);
    }

    /** A commit heard again, or late, changes nothing: the document knows how far it has come. */
    @Override
    public void apply(Commit<DosingEvent> commit) {
        if (!commit.stream().startsWith(STREAM)) {
            return;
        }
        var subject = commit.stream().substring(STREAM.length());
        var was = calendars.find(eq("_id", subject)).first();
        if (was != null && was.getLong("version") >= commit.version()) {
            return;
        }
        var lines = was == null ? List.<Document>of() : was.getList("entries", Document.class);
        for (var fact : commit.facts()) {
            lines = after(lines, fact);
        }
        var id = SubjectId.parse(subject).orElseThrow();
        calendars.replaceOne(
                eq("_id", subject),
                new Document("_id", subject)
                        .append("study", id.study())
                        .append("site", id.site())
                        .append("version", commit.version())
                        .append("entries", lines),
                new ReplaceOptions().upsert(true));
    }

    private static List<Document> after(List<Document> lines, DosingEvent fact) {
        return switch (fact) {
            case CalendarPlanned planned ->
                planned.entries().stream().map(CalendarsProjection::line).toList();
            case CalendarDrawn drawn ->
                drawn.entries().stream().map(CalendarsProjection::line).toList();
            case CalendarAmended amended ->
                amended.entries().stream().map(CalendarsProjection::line).toList();
            case CalendarRecalculated moved -> merged(lines, moved.entries());
            case DoseAdministered f -> lines;
            case DoseHeld f -> lines;
            case DoseReleased f -> lines;
            case DoseMissed f -> lines;
            case DosingStopped f -> lines;
            case StopNoted f -> lines;
            case DoseDetailed f -> lines;
            case DoseTakenAsNeeded f -> lines;
            case DoseReduced f -> lines;
            case DosePermitted f -> lines;
            case CompanionTreatmentRecorded f -> lines;
            case CohortEvent f -> lines;
        };
    }

    private static List<Document> merged(List<Document> lines, List<Entry> changed) {
        return lines.stream()
                .map(was -> changed.stream()
                        .filter(is -> is.entry().equals(was.getString("entry")))
                        .findFirst()
                        .map(CalendarsProjection::line)
                        .orElse(was))
                .toList();
    }

    @Override
    public List<OpenCalendar> of(String study) {
        return calendars.find(eq("study", study)).sort(ascending("_id")).into(new ArrayList<>()).stream()
                .map(d -> new OpenCalendar(
                        d.getString("_id"),
                        d.getString("site"),
                        d.getList("entries", Document.class).stream()
                                .map(CalendarsProjection::entry)
                                .toList()))
                .toList();
    }

    private static Document line(Entry e) {
        return new Document("entry", e.entry())
                .append("title", e.title())
                .append("kind", e.kind().name())
                .append("dose", e.dose())
                .append("day", e.day())
                .append("planned", e.planned().toString())
                .append("earliest", text(e.earliest()))
                .append("latest", text(e.latest()))
                .append("state", e.state().name())
                .append("because", e.because());
    }

    private static Entry entry(Document d) {
        return new Entry(
                d.getString("entry"),
                d.getString("title"),
                Entry.Kind.valueOf(d.getString("kind")),
                d.getInteger("dose"),
                d.getInteger("day"),
                LocalDate.parse(d.getString("planned")),
                date(d.getString("earliest")),
                date(d.getString("latest")),
                Entry.State.valueOf(d.getString("state")),
                d.getString("because"));
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
