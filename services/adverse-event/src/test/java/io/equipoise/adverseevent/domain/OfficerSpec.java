package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.OfficerCommand.Drop;
import io.equipoise.adverseevent.domain.OfficerCommand.SetQuietHours;
import io.equipoise.adverseevent.domain.OfficerCommand.Subscribe;
import io.equipoise.adverseevent.domain.WatchFact.BrowserDropped;
import io.equipoise.adverseevent.domain.WatchFact.BrowserSubscribed;
import io.equipoise.adverseevent.domain.WatchFact.QuietHoursSet;
import io.equipoise.adverseevent.domain.alerting.Browser;
import io.equipoise.adverseevent.domain.alerting.QuietHours;
import io.equipoise.platform.Specification;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OfficerSpec extends Specification<Officer, OfficerCommand, SafetyFact> {
    private static final Instant NOW = Instant.parse("2025-03-11T11:00:00Z");
    private static final QuietHours NIGHT = quiet(22, 7);
    private static final BrowserSubscribed PHONE = new BrowserSubscribed("saf-01", "b1", browser("b1", "phone"));

    OfficerSpec() {
        super(Officer.DECIDER);
    }

    @Test
    void an_officer_says_when_not_to_be_disturbed_and_takes_it_back() {
        given().when(new SetQuietHours("saf-01", NIGHT))
                .then(new QuietHoursSet("saf-01", NIGHT))
                .when(new SetQuietHours("saf-01", null))
                .then(new QuietHoursSet("saf-01", null));
    }

    @Test
    void said_again_it_is_no_new_fact() {
        given(new QuietHoursSet("saf-01", NIGHT))
                .when(new SetQuietHours("saf-01", NIGHT))
                .then();
        given().when(new SetQuietHours("saf-01", null)).then();
    }

    @Test
    void quiet_hours_last_some_time() {
        given().when(new SetQuietHours("saf-01", quiet(7, 7))).refused("QUIET_HOURS_EMPTY");
    }

    @Test
    void a_browser_is_put_on_the_list_once_and_anew_when_its_keys_have_changed() {
        var renewed = browser("b1", "phone, renewed");
        given().when(new Subscribe("saf-01", PHONE.browser())).then(PHONE);
        given(PHONE).when(new Subscribe("saf-01", PHONE.browser())).then();
        given(PHONE).when(new Subscribe("saf-01", renewed)).then(new BrowserSubscribed("saf-01", "b1", renewed));
    }

    @Test
    void twenty_browsers_are_enough() {
        var twenty = IntStream.range(0, 20)
                .mapToObj(i -> new BrowserSubscribed("saf-01", "b" + i, browser("b" + i, "phone")))
                .toArray(SafetyFact[]::new);
        given(twenty).when(new Subscribe("saf-01", browser("b20", "phone"))).refused("TOO_MANY_BROWSERS");
    }

    @Test
    void a_browser_is_taken_off_once() {
        var off = new BrowserDropped("saf-01", "b1", NOW, "taken off by its owner");
        given(PHONE).when(new Drop("b1", NOW, "taken off by its owner")).then(off);
        given(PHONE, off).when(new Drop("b1", NOW, "again")).refused("BROWSER_UNKNOWN");
    }

    private static QuietHours quiet(int from, int until) {
        return new QuietHours(ZoneId.of("Europe/Berlin"), LocalTime.of(from, 0), LocalTime.of(until, 0));
    }

    private static Browser browser(String id, String device) {
        return new Browser(id, device, "https://push.example/" + id, "key", "secret", Set.of("*"));
    }
}
