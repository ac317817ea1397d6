package io.equipoise.adverseevent.adapter.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.application.Ward;
import io.equipoise.adverseevent.application.WatchBoard;
import io.equipoise.adverseevent.application.Watching.Asked;
import io.equipoise.adverseevent.application.Watching.Calendar;
import io.equipoise.adverseevent.domain.Wards;
import io.equipoise.adverseevent.domain.alerting.AlertRules;
import io.equipoise.adverseevent.domain.alerting.Ladder;
import io.equipoise.adverseevent.domain.alerting.QuietHours;
import io.equipoise.adverseevent.domain.alerting.Rung;
import io.equipoise.adverseevent.domain.alerting.Shift;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The pages of the watch, drawn without a browser: what stands on them with and without anything set. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchTemplatesTest {
    private static final String STUDY = Wards.ANNA.study();
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private final Ward ward = new Ward();
    private final WatchBoard board = new WatchBoard(ward.watches(), () -> List.of(STUDY), ward.directory(), ward.clock);
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    @BeforeEach
    void templates() {
        var places = new ClassLoaderTemplateResolver();
        places.setPrefix("templates/");
        places.setSuffix(".html");
        templates.setTemplateResolver(places);
    }

    @Test
    void with_nothing_set_every_page_says_what_counts_instead() {
        assertThat(drawn("watch", Map.of("studies", board.all()))).contains("no rota: the settings count");
        assertThat(drawn("on-call", Map.of("watch", board.onCall(STUDY), "edits", true)))
                .contains("No rota is set", "No ladder is set", "shifts/0/person", "steps/0/tell");
        assertThat(drawn("rules", Map.of("watch", board.rules(STUDY), "edits", true)))
                .contains("as for every study", "every serious event, always");
        assertThat(drawn("quiet-hours", Map.of("officer", ward.watches().officer("saf-01"))))
                .contains("None of yours");
    }

    @Test
    void what_is_set_stands_there_with_its_gaps_and_only_who_may_edit_finds_a_form() {
        set();
        assertThat(drawn("watch", Map.of("studies", board.all()))).contains("saf-02", "version 1");
        assertThat(drawn("on-call", Map.of("watch", board.onCall(STUDY), "edits", true)))
                .contains(
                        "now: saf-02",
                        "Europe/Vienna",
                        "2025-03-11 13:00 +01:00",
                        "2025-03-11T13:00",
                        "nobody",
                        "after 15 min",
                        "everybody");
        assertThat(drawn("rules", Map.of("watch", board.rules(STUDY), "edits", false)))
                .contains("terms with anaphylaxis, rash", "Version 1", "agreed")
                .doesNotContain("<form");
        assertThat(drawn("rules", Map.of("watch", board.rules(STUDY), "edits", true)))
                .contains("anaphylaxis\nrash", "value=\"3\"");
        assertThat(drawn("quiet-hours", Map.of("officer", ward.watches().officer("saf-01"))))
                .contains("22:00 to 07:00, Europe/Vienna");
    }

    private void set() {
        var watching = ward.watching();
        var rules = new AlertRules(List.of("anaphylaxis", "rash"), List.of(), 3, 120, true, true, true);
        watching.setRules(STUDY, new Asked(true, rules), ward.person("saf-01", "rules"));
        var shifts = List.of(
                new Shift("saf-02", Wards.TOLD.minusSeconds(3600), Wards.TOLD.plusSeconds(3600)),
                new Shift("head-of-safety", Wards.TOLD.plusSeconds(7200), Wards.TOLD.plusSeconds(9000)));
        watching.setRota(STUDY, new Calendar(VIENNA, shifts, true), ward.person("saf-01", "rota"));
        var ladder = new Ladder(List.of(
                new Rung(Duration.ZERO, List.of(Rung.ON_CALL)),
                new Rung(Duration.ofMinutes(15), List.of(Rung.EVERYBODY))));
        watching.setLadder(STUDY, ladder, ward.person("saf-01", "ladder"));
        var night = new QuietHours(VIENNA, LocalTime.of(22, 0), LocalTime.of(7, 0));
        watching.setQuietHours(night, ward.person("saf-01", "quiet"));
    }

    private String drawn(String page, Map<String, Object> model) {
        var all = new HashMap<>(model);
        all.put("caller", new Caller("saf-01", Set.of(Role.SAFETY_OFFICER), Set.of("*")));
        return templates.process("safety/" + page, new Context(Locale.ROOT, all));
    }
}
