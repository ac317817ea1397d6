package io.equipoise.enrolment;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.adapter.cel.CelRules;
import io.equipoise.enrolment.adapter.journal.EnrolmentJournal;
import io.equipoise.enrolment.adapter.mongo.MongoSubjects;
import io.equipoise.enrolment.application.Enrolments;
import io.equipoise.enrolment.application.Invitations;
import io.equipoise.enrolment.application.People;
import io.equipoise.enrolment.application.PlaceSweeper;
import io.equipoise.enrolment.application.Registering;
import io.equipoise.enrolment.application.Registering.Coming;
import io.equipoise.enrolment.application.Screenings;
import io.equipoise.enrolment.application.Studies;
import io.equipoise.enrolment.domain.Consent;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Invitation;
import io.equipoise.enrolment.domain.Person;
import io.equipoise.enrolment.domain.PlaceCommand;
import io.equipoise.enrolment.domain.Places;
import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.enrolment.domain.Study;
import io.equipoise.enrolment.domain.Subject;
import io.equipoise.enrolment.domain.Trial;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.journal.MongoJournal;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service's use cases over the embedded store, without doors and without a broker. */
public final class TestHouse implements AutoCloseable, Studies {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final EmbeddedStore store = EmbeddedStore.temporary();
    private final MongoClient client = MongoClients.create(store.uri());
    final MongoDatabase database = client.getDatabase("enrolment");
    final Journal<EnrolmentEvent> journal = journal(database);
    final CommandHandler<Places, PlaceCommand, EnrolmentEvent> places = new CommandHandler<>(journal, Places.DECIDER);
    final People people = new People(new CommandHandler<>(journal, Subject.DECIDER), this, new CelRules());
    final Screenings screenings = new Screenings(people);
    final Enrolments enrolments = new Enrolments(people, places);
    final PlaceSweeper sweeper = new PlaceSweeper(this, people, enrolments, journal);
    final Invitations invitations = new Invitations(people, new CommandHandler<>(journal, Invitation.DECIDER));
    final Registering registering = new Registering(people, new MongoSubjects(database), invitations);
    volatile Study study = Trial.STUDY;

    static Journal<EnrolmentEvent> journal(MongoDatabase database) {
        var keys = new KeyVault(database.getCollection("keys"), new byte[32]);
        return new MongoJournal<>(
                database.getCollection("journal"), EnrolmentJournal.codec(StrictJson.mapper(), keys), 1);
    }

    @Override
    public Optional<Study> find(String name) {
        return name.equals(Trial.NCT) ? Optional.of(study) : Optional.empty();
    }

    @Override
    public Optional<Study> find(String study, String site) {
        return find(study);
    }

    @Override
    public Optional<Protocol> protocol(String name, int version) {
        return find(name).map(Study::protocol).filter(known -> known.version() == version);
    }

    @Override
    public List<String> all() {
        return List.of(Trial.NCT);
    }

    /** The same study with another number of places. */
    void target(@Nullable Integer target) {
        var p = Trial.PROTOCOL;
        study = Trial.study(new Protocol(
                p.study(),
                p.version(),
                p.ageConvention(),
                p.washoutBoundary(),
                p.facts(),
                p.rules(),
                p.consentVersions(),
                p.consentScopes(),
                target,
                p.strata(),
                p.admission(),
                p.assessments()));
    }

    /** Another instance of the service: it shares nothing but the store. */
    Enrolments another() {
        var own = journal(database);
        return new Enrolments(
                new People(new CommandHandler<>(own, Subject.DECIDER), this, new CelRules()),
                new CommandHandler<>(own, Places.DECIDER));
    }

    static Attribution by(String command) {
        return new Attribution(
                command, command, "coordinator-01", "site-coordinator", NOW, null, null, command, null, null);
    }

    /** Somebody who could be enrolled. */
    SubjectId eligible(int number) {
        var outcome = registering.register(new Coming(Trial.NCT, "01", Trial.SCREENED), by("register-" + number));
        var stream = ((Outcome.Recorded<EnrolmentEvent>) outcome).commit().stream();
        var subject = SubjectId.parse(stream.substring("subject/".length())).orElseThrow();
        screenings.giveConsent(subject, new Consent("1.0", Trial.SCREENED), List.of(), by("consent-" + number));
        screenings.recordFacts(subject, Trial.eligibleFacts(), by("facts-" + number));
        return subject;
    }

    Person person(SubjectId subject) {
        return people.find(subject).orElseThrow();
    }

    Places held() {
        return places.state("places/" + Trial.NCT);
    }

    @Override
    public void close() {
        client.close();
        store.close();
    }
}
