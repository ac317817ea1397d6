package io.equipoise.enrolment;

import static io.equipoise.enrolment.TestHouse.by;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.adapter.cel.CelRules;
import io.equipoise.enrolment.adapter.mongo.MongoSubjects;
import io.equipoise.enrolment.application.Enrolments;
import io.equipoise.enrolment.application.People;
import io.equipoise.enrolment.application.Registering;
import io.equipoise.enrolment.application.Registering.Coming;
import io.equipoise.enrolment.application.Screenings;
import io.equipoise.enrolment.application.SiteRuling;
import io.equipoise.enrolment.application.SiteRuling.Ruling;
import io.equipoise.enrolment.domain.Answer;
import io.equipoise.enrolment.domain.Assessment;
import io.equipoise.enrolment.domain.Consent;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.SiteRule;
import io.equipoise.enrolment.domain.SiteRulesEvent.SiteRulesSet;
import io.equipoise.enrolment.domain.Subject;
import io.equipoise.enrolment.domain.SubjectEvent.SiteRulesApplied;
import io.equipoise.enrolment.domain.Trial;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two sites under one study, of which one has rules of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SiteRulesTest {
    private static final SiteRule MILDER = new SiteRule(
            "EDSS", "INCLUSION", "EDSS 3.0 to 4.0 at this site", "fact.edss >= 3.0 && fact.edss <= 4.0", "EDSS");
    private static final SiteRule OLDER =
            new SiteRule("OLDER", "INCLUSION", "40 or older", "completedYears(fact.birthDate, screenedOn) >= 40", null);

    private final TestHouse house = new TestHouse();
    private final SiteRuling ruling = new SiteRuling(house, new CelRules(), house.journal);
    private final People people =
            new People(new CommandHandler<>(house.journal, Subject.DECIDER), ruling, new CelRules());
    private final Screenings screenings = new Screenings(people);
    private final Enrolments enrolments = new Enrolments(people, house.places);
    private final Registering registering =
            new Registering(people, new MongoSubjects(house.database), house.invitations);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Acceptance("AL-14")
    void a_person_is_assessed_by_the_rules_of_her_site_and_other_sites_are_untouched() {
        var anna = screened("01");
        var clara = screened("02");
        set(1, MILDER, OLDER);
        var hers = assessed(anna);
        assertThat(hers.siteRules()).isEqualTo(1);
        assertThat(hers.rules(Answer.NOT_MET)).containsExactly("EDSS");
        assertThat(hers.criteria()).hasSize(Trial.RULES.size() + 1);
        assertThat(assessed(clara).siteRules()).isNull();
        assertThat(assessed(clara).eligible()).isTrue();
        assertThat(code(enrolments.enrol(anna, Trial.ENROLLED, by("enrol-anna"))))
                .isEqualTo("NOT_ELIGIBLE");
        var claras = enrolments.enrol(clara, Trial.ENROLLED, by("enrol-clara"));
        assertThat(recorded(claras)).noneMatch(SiteRulesApplied.class::isInstance);
    }

    @Test
    @Acceptance("AL-14")
    void which_rules_of_the_site_let_a_person_in_or_kept_her_out_stands_in_her_record() {
        set(1, OLDER);
        var anna = screened("01");
        assertThat(recorded(enrolments.enrol(anna, Trial.ENROLLED, by("enrol-anna"))))
                .contains(new SiteRulesApplied(anna, 1, 2));
        set(2, MILDER);
        var boris = screened("01");
        assertThat(recorded(screenings.fail(boris, Trial.ENROLLED, "score", by("fail-boris"))))
                .contains(new SiteRulesApplied(boris, 2, 2));
    }

    @Test
    void who_set_them_when_and_why_is_kept_of_every_version() {
        set(1, MILDER);
        set(2);
        var history = ruling.history(Trial.NCT, "01");
        assertThat(history).hasSize(2).allSatisfy(commit -> {
            assertThat(commit.by().actor()).isEqualTo("coordinator-01");
            assertThat(commit.by().reason()).isEqualTo("ethics committee");
        });
        assertThat(history.getLast().first(SiteRulesSet.class).orElseThrow().version())
                .isEqualTo(2);
        assertThat(assessed(screened("01")).eligible()).isTrue();
    }

    @Test
    void a_rule_that_does_not_parse_or_asks_for_an_unknown_fact_is_refused() {
        for (var when : List.of("fact.edss >=", "fact.weight > 3", "fact.edss")) {
            var broken = new SiteRule("EDSS", "INCLUSION", "t", when, "EDSS");
            assertThat(code(ruling.set(Trial.NCT, "01", ruled(broken), by("broken " + when))))
                    .isEqualTo("RULE_MALFORMED");
        }
        assertThat(code(ruling.set("NCT0", "01", ruled(MILDER), by("nowhere")))).isEqualTo("STUDY_UNKNOWN");
    }

    private static Ruling ruled(SiteRule... rules) {
        return new Ruling(List.of(rules), Trial.SCREENED, "ethics committee");
    }

    private void set(int version, SiteRule... rules) {
        assertThat(ruling.set(Trial.NCT, "01", ruled(rules), by("rules-" + version)))
                .isInstanceOf(Outcome.Recorded.class);
    }

    private SubjectId screened(String site) {
        var command = "register-" + house.database.getCollection("journal").countDocuments();
        var came = registering.register(new Coming(Trial.NCT, site, Trial.SCREENED), by(command));
        var stream = ((Outcome.Recorded<EnrolmentEvent>) came).commit().stream();
        var subject = SubjectId.parse(stream.substring("subject/".length())).orElseThrow();
        screenings.giveConsent(subject, new Consent("1.0", Trial.SCREENED), List.of(), by("consent " + subject));
        screenings.recordFacts(subject, Trial.eligibleFacts(), by("facts " + subject));
        return subject;
    }

    private Assessment assessed(SubjectId subject) {
        return screenings.eligibility(subject).orElseThrow();
    }

    private static List<EnrolmentEvent> recorded(Outcome<EnrolmentEvent> outcome) {
        return ((Outcome.Recorded<EnrolmentEvent>) outcome).commit().facts();
    }

    private static String code(Outcome<EnrolmentEvent> outcome) {
        return outcome instanceof Outcome.Refused<EnrolmentEvent>(var reason) ? reason.code() : "";
    }
}
