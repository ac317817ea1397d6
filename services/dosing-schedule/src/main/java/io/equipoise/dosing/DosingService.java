package io.equipoise.dosing;

import com.mongodb.client.MongoDatabase;
import io.equipoise.dosing.adapter.kafka.DosingLanguage;
import io.equipoise.dosing.adapter.kafka.Listeners;
import io.equipoise.dosing.adapter.mongo.CalendarsProjection;
import io.equipoise.dosing.adapter.mongo.MongoKnownFacts;
import io.equipoise.dosing.adapter.mongo.ToldProjection;
import io.equipoise.dosing.application.Amendments;
import io.equipoise.dosing.application.Calendars;
import io.equipoise.dosing.application.DoseGroups;
import io.equipoise.dosing.application.DueList;
import io.equipoise.dosing.application.KnownFacts;
import io.equipoise.dosing.application.Unplanned;
import io.equipoise.dosing.application.WhoIsDue;
import io.equipoise.dosing.domain.CalendarEvent;
import io.equipoise.dosing.domain.CohortEvent;
import io.equipoise.dosing.domain.DosingEvent;
import io.equipoise.platform.PlatformConfiguration;
import io.equipoise.platform.consume.Reaction;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.projection.OwnProjectionFactory;
import io.equipoise.platform.projection.ProjectionFactory;
import io.equipoise.platform.relay.PublishedLanguage;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The dosing schedule at a glance: which parts exist and how they are joined. */
@SpringBootApplication
@Import(PlatformConfiguration.class)
public class DosingService {
    public static void main(String[] args) {
        SpringApplication.run(DosingService.class, args);
    }

    @Bean
    EventCodec<DosingEvent> codec(JsonMapper json, KeyVault keys) {
        return journalNames(EventCodec.of(json, keys));
    }

    /** These names are for ever. */
    static EventCodec<DosingEvent> journalNames(EventCodec<DosingEvent> codec) {
        return codec.event("CalendarPlanned.v1", CalendarEvent.CalendarPlanned.class)
                .event("CalendarPlanned.v2", CalendarEvent.CalendarDrawn.class)
                .event("CalendarAmended.v1", CalendarEvent.CalendarAmended.class)
                .event("CalendarRecalculated.v1", CalendarEvent.CalendarRecalculated.class)
                .event("DoseAdministered.v1", CalendarEvent.DoseAdministered.class)
                .event("DoseDetailed.v1", CalendarEvent.DoseDetailed.class)
                .event("DoseHeld.v1", CalendarEvent.DoseHeld.class)
                .event("DoseReleased.v1", CalendarEvent.DoseReleased.class)
                .event("DoseMissed.v1", CalendarEvent.DoseMissed.class)
                .event("DosingStopped.v1", CalendarEvent.DosingStopped.class)
                .event("StopNoted.v1", CalendarEvent.StopNoted.class)
                .event("DoseTakenAsNeeded.v1", CalendarEvent.DoseTakenAsNeeded.class)
                .event("DoseReduced.v1", CalendarEvent.DoseReduced.class)
                .event("DosePermitted.v1", CalendarEvent.DosePermitted.class)
                .event("CompanionTreatmentRecorded.v1", CalendarEvent.CompanionTreatmentRecorded.class)
                .event("PersonPutInCohort.v1", CohortEvent.PersonPutInCohort.class)
                .event("CohortSignedOff.v1", CohortEvent.CohortSignedOff.class);
    }

    @Bean
    PublishedLanguage<DosingEvent> language() {
        return new DosingLanguage();
    }

    @Bean
    ProjectionFactory told() {
        return new ProjectionFactory(ToldProjection::new);
    }

    @Bean
    OwnProjectionFactory<DosingEvent> calendarLines() {
        return new OwnProjectionFactory<>(CalendarsProjection::new);
    }

    @Bean
    KnownFacts known(MongoDatabase database, JsonMapper json) {
        return new MongoKnownFacts(database, json);
    }

    @Bean
    DueList dueList(MongoDatabase database) {
        return new CalendarsProjection(database);
    }

    @Bean
    Calendars calendars(Journal<DosingEvent> journal, KnownFacts known, DueList dueList) {
        return new Calendars(journal, known, dueList);
    }

    @Bean
    DoseGroups doseGroups(Journal<DosingEvent> journal, Calendars calendars, KnownFacts known) {
        return new DoseGroups(journal, calendars, known);
    }

    @Bean
    WhoIsDue whoIsDue(Calendars calendars, KnownFacts known, DueList dueList) {
        return new WhoIsDue(calendars, known, dueList);
    }

    @Bean
    Amendments amendments(Calendars calendars, KnownFacts known) {
        return new Amendments(calendars, known);
    }

    @Bean
    Unplanned unplanned(Calendars calendars, KnownFacts known) {
        return new Unplanned(calendars, known);
    }

    @Bean
    Reaction entering(Calendars calendars, Clock clock) {
        return Listeners.entering(calendars, clock);
    }

    @Bean
    Reaction activation(Calendars calendars, KnownFacts known, Clock clock) {
        return Listeners.activation(calendars, known, clock);
    }

    @Bean
    Reaction moving(Amendments amendments, Clock clock) {
        return Listeners.moving(amendments, clock);
    }

    @Bean
    Reaction leaving(Calendars calendars, Clock clock) {
        return Listeners.leaving(calendars, clock);
    }
}
