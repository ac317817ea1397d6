package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Doors.account;
import static io.equipoise.adverseevent.Wing.ANNA;
import static io.equipoise.adverseevent.Wing.STUDY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.application.CaseIndex;
import io.equipoise.adverseevent.application.Reporting;
import io.equipoise.adverseevent.application.Unblindings;
import io.equipoise.adverseevent.domain.CaseCommand;
import io.equipoise.adverseevent.domain.CaseCommand.Heard;
import io.equipoise.adverseevent.domain.CaseCommand.Narrate;
import io.equipoise.adverseevent.domain.CaseCommand.Open;
import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.Information;
import io.equipoise.adverseevent.domain.MinimumCriterion;
import io.equipoise.adverseevent.domain.ReporterKind;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Treatment;
import io.equipoise.adverseevent.domain.Unblinding;
import io.equipoise.adverseevent.domain.UnblindingFact.TreatmentUnblinded;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A safety office at work: cases of Anna's events, as they are before they become files. */
class SafetyOffice {
    static final Duration SOON = Duration.ofSeconds(60);
    /** No term of MedDRA has it. */
    static final String CODE = "90000001";

    private static final String E2B = "equipoise.safety.e2b.";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final MongoDatabase database;
    private final Reporting reporting;
    private final Unblindings unblindings;
    private final CaseIndex index;
    private final CommandHandler<SafetyCase, CaseCommand, SafetyFact> cases;

    SafetyOffice(
            MongoDatabase database,
            Reporting reporting,
            Unblindings unblindings,
            CaseIndex index,
            CommandHandler<SafetyCase, CaseCommand, SafetyFact> cases) {
        this.database = database;
        this.reporting = reporting;
        this.unblindings = unblindings;
        this.index = index;
        this.cases = cases;
    }

    record Opened(String caseId, String number, String event) {}

    static void configure(DynamicPropertyRegistry registry) {
        var sender = """
            identifier=UNIVERSITY,type=3,organisation=University,department=Safety,title=Dr,given-name=Berit,\
            family-name=Berg,street=1 First Street,city=Town,state=MA,postcode=02115,country=US,telephone=617,\
            fax=618,email=safety@example.org\
            """;
        for (var setting : sender.split(",")) {
            registry.add(E2B + "sender." + setting.split("=")[0], () -> setting.split("=")[1]);
        }
        registry.add(E2B + "studies." + STUDY + ".ind", () -> "123456");
        registry.add(E2B + "studies." + STUDY + ".receiver", () -> "CBER_IND");
    }

    void others_have_told() {
        Wing.settle(database);
    }

    /** An event reported at the site's door, and a case of it. */
    Opened open(Doors doors) {
        var reported = doors.post(
                "/api/subjects/" + ANNA + "/adverse-events",
                SITE,
                account("grade", "3", "criteria", "[\"HOSPITALIZATION\"]", "dose", "1"));
        assertThat(reported.status()).as(reported.text()).isEqualTo(201);
        var event = reported.text("event");
        var latest = reporting.event(event).latest().orElseThrow();
        var caseId = "SC-IT" + NEXT.incrementAndGet() + event.substring(3);
        var number = "DE-UNIVERSITY-" + caseId;
        var told = List.of(new CaseEvent(event, latest.version(), latest.account()));
        var heard = new Heard(first(), "the site's report", null);
        does(
                caseId,
                new Open(caseId, latest.subject(), number, number, told, List.of("FDA-IND"), heard, Instant.now()));
        does(caseId, new Narrate("Anna had a reaction during the infusion."));
        await().atMost(SOON).until(() -> index.caseOf(number).isPresent());
        return new Opened(caseId, number, event);
    }

    private static Information first() {
        return new Information(
                Instant.parse("2025-03-11T15:40:00Z"),
                null,
                ZoneId.of("Europe/Berlin"),
                true,
                false,
                List.of(MinimumCriterion.values()),
                ReporterKind.PHYSICIAN,
                "DE");
    }

    void does(String caseId, CaseCommand command) {
        assertThat(cases.handle(SafetyCase.stream(caseId), command, by(caseId))).isInstanceOf(Outcome.Recorded.class);
    }

    SafetyCase state(String caseId) {
        return cases.state(SafetyCase.stream(caseId));
    }

    void code(Doors doors, String event) {
        doors.post("/api/dictionaries", OFFICER, """
            {"dictionary":"MEDDRA","version":"28.0","language":"en",
             "terms":[{"code":"%s","term":"Made-up reaction (not MedDRA)","organClass":"Made-up class"}]}\
            """.formatted(CODE));
        var coded = doors.post(
                "/api/adverse-events/" + event + "/coding",
                OFFICER,
                "{\"dictionary\":\"MEDDRA\",\"version\":\"28.0\",\"code\":\"%s\"}".formatted(CODE));
        assertThat(coded.status()).as(coded.text()).isEqualTo(201);
    }

    /** What randomization told after Anna's code was broken for this event. */
    void unblind(Opened opened, String arm) {
        var latest = reporting.event(opened.event()).latest().orElseThrow();
        var at = Instant.parse("2025-03-12T12:00:00Z");
        unblindings.keep(
                new TreatmentUnblinded(opened.event(), latest.subject(), "saf-01", at, new Treatment(arm)),
                by(opened.caseId()));
    }

    Unblinding unblinding(String event) {
        return unblindings.of(event);
    }

    private static Attribution by(String caseId) {
        var command = caseId + NEXT.incrementAndGet();
        return new Attribution(command, "-", "saf-01", "safety-officer", Instant.now(), null, null, "-", null, null);
    }
}
