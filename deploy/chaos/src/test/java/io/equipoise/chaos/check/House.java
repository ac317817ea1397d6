package io.equipoise.chaos.check;

import io.equipoise.chaos.evidence.Commit;
import io.equipoise.chaos.evidence.Evidence;
import io.equipoise.chaos.evidence.Looked;
import io.equipoise.chaos.evidence.Pushed;
import io.equipoise.chaos.evidence.Told;
import io.equipoise.chaos.ledger.Account;
import io.equipoise.chaos.ledger.Answer;
import io.equipoise.chaos.ledger.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small house in which everything is as it should be: each test breaks one thing in it. */
final class House {
    static final String ANNA = "subject/S1-01-0001";
    static final String BORIS = "subject/S1-01-0002";

    final List<Account> book = new ArrayList<>();
    final List<Commit> journal = new ArrayList<>();
    final List<Told> told = new ArrayList<>();
    final List<Looked> looks = new ArrayList<>();
    final List<Pushed> pushed = new ArrayList<>();
    final List<String> mails = new ArrayList<>();

    static House inOrder() {
        var house = new House();
        house.enrolment("k1", ANNA, 1, 1);
        house.enrolment("k2", BORIS, 1, 2);
        house.enrolment("k3", ANNA, 2, 3);
        house.serious("k4", "E1");
        house.looks.add(new Looked("enrolment", List.of(), List.of(), List.of(), List.of()));
        return house;
    }

    Evidence evidence() {
        return new Evidence(journal, told, looks, pushed, mails);
    }

    static Account acknowledged(String key) {
        return new Account(command(key), 1, List.of(new Answer(201, "", "d-" + key)));
    }

    static Command command(String key) {
        return new Command(key, "coo-01", "POST /door", "b-" + key);
    }

    private void enrolment(String key, String stream, long version, long position) {
        book.add(acknowledged(key));
        journal.add(commit("enrolment", key, stream, version, position));
        told.add(message("enrolment", stream, version, position));
    }

    private void serious(String key, String event) {
        book.add(acknowledged(key));
        var reported = new Commit.Fact(
                "AdverseEventReported.v1",
                Map.of("event", event, "account", Map.of("criteria", List.of("HOSPITALIZATION"))));
        journal.add(new Commit(
                "adverse-event", "coo-01:" + key, "adverse-event/" + event, 1, 0, 1, "coo-01", "f", List.of(reported)));
        journal.add(new Commit(
                "adverse-event",
                "alert-policy/" + event,
                "alert/AL-" + event,
                1,
                0,
                2,
                "system:adverse-event",
                "",
                List.of(new Commit.Fact("AlertRaised.v1", Map.of("event", event, "alert", "AL-" + event)))));
        told.add(message("adverse-event", "adverse-event/" + event, 1, 1));
        told.add(message("adverse-event", "alert/AL-" + event, 1, 2));
        pushed.add(new Pushed(1, "alert", "AL-" + event, event));
        mails.add("serious: " + event);
    }

    static Commit commit(String service, String key, String stream, long version, long position) {
        return new Commit(
                service,
                "coo-01:" + key,
                stream,
                version,
                0,
                position,
                "coo-01",
                "f",
                List.of(new Commit.Fact("Something.v1", Map.of("a", "b"))));
    }

    static Told message(String service, String stream, long version, long offset) {
        var topic = service.equals("enrolment") ? "enrolment" : "adverse-events";
        return new Told(topic, 0, offset, service, stream, version, 1, 1, "Something.v1", "c" + stream + version);
    }
}
