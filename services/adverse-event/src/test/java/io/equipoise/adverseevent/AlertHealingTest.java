package io.equipoise.adverseevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.adapter.journal.SafetyJournal;
import io.equipoise.adverseevent.adapter.mongo.HouseProjection;
import io.equipoise.adverseevent.application.AlertPolicy;
import io.equipoise.adverseevent.application.Calling;
import io.equipoise.adverseevent.application.Directory;
import io.equipoise.adverseevent.application.EscalationRule;
import io.equipoise.adverseevent.application.Recipients;
import io.equipoise.adverseevent.application.Triggers;
import io.equipoise.adverseevent.application.Watches;
import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Wards;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Bookmarks;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.journal.MongoJournal;
import io.equipoise.platform.journal.Tail;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AlertHealingTest {
    private static EmbeddedStore store;
    private static MongoClient client;
    private MongoDatabase database;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.temporary();
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @BeforeEach
    void empty() {
        database = client.getDatabase("healing");
        database.drop();
    }

    @Test
    void an_event_whose_process_died_before_the_alert_is_alerted_by_the_next_without_anyone_asking() {
        enter(journal());
        var next = journal();
        assertThat(alerts(next)).isZero();
        var tail = tail(next);
        tail.start();
        await().until(() -> alerts(next) == 1);
        tail.stop();
    }

    @Test
    void a_process_that_died_before_it_noted_how_far_it_was_raises_no_second_alert() {
        var first = journal();
        enter(first);
        var tail = tail(first);
        tail.start();
        await().until(() -> alerts(first) == 1 && tail.reached(0) == 2);
        tail.stop();
        database.getCollection("bookmarks").drop();
        var next = journal();
        var again = tail(next);
        again.start();
        await().until(() -> again.reached(0) == 2);
        again.stop();
        assertThat(alerts(next)).isEqualTo(1);
    }

    private static void enter(Journal<SafetyFact> journal) {
        var by = new Attribution("inv-01:1", "1", "inv-01", "investigator", Wards.TOLD, null, null, "1", null, null);
        journal.append(AdverseEvent.stream(Wards.REACTION), 1, by, List.of(Wards.ADMITTED_REPORTED));
    }

    private static long alerts(Journal<SafetyFact> journal) {
        return journal.read(Alert.stream(Alert.idFor(Wards.REACTION))).size();
    }

    private Journal<SafetyFact> journal() {
        var keys = new KeyVault(database.getCollection("keys"), new byte[32]);
        return new MongoJournal<>(database.getCollection("journal"), SafetyJournal.codec(StrictJson.mapper(), keys), 1);
    }

    private Tail<SafetyFact> tail(Journal<SafetyFact> journal) {
        var rule = new EscalationRule(new HouseProjection(database), Optional.empty());
        var watches = new Watches(journal);
        var calling = new Calling(
                watches, new Directory(Set.of(), List::of, watches), new Recipients(List.of(), List.of()), rule);
        var policy = new AlertPolicy(
                calling,
                watches,
                new Triggers(journal, coded -> List.of(coded.code())),
                new CommandHandler<>(journal, Alert.DECIDER),
                Clock.systemUTC());
        return new Tail<>("alert-policy", journal, new Bookmarks(database), commits -> commits.forEach(policy::told));
    }
}
