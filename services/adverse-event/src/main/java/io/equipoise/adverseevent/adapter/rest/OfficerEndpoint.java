package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.adapter.rest.WatchRequests.QuietHoursRequest;
import io.equipoise.adverseevent.application.PushServices;
import io.equipoise.adverseevent.application.Watches;
import io.equipoise.adverseevent.application.Watching;
import io.equipoise.adverseevent.domain.Officer;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors of an officer for their own account: when not to be disturbed, and which browsers to wake. */
@RestController
class OfficerEndpoint {
    private final Watching watching;
    private final Watches watches;
    private final PushServices push;

    OfficerEndpoint(Watching watching, Watches watches, PushServices push) {
        this.watching = watching;
        this.watches = watches;
        this.push = push;
    }

    /** A browser as it describes itself (Push API): where to push, its public key, and what it shares with the sender. */
    record BrowserRequest(String endpoint, String p256dh, String auth, String device) {}

    @GetMapping("/api/safety/quiet-hours")
    @Allowed(SAFETY_OFFICER)
    Map<String, Object> quietHours(Caller caller) {
        return quiet(watches.officer(caller.name()));
    }

    @PostMapping("/api/safety/quiet-hours")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> setQuietHours(@RequestBody QuietHoursRequest body, Caller caller, Attribution by) {
        return Answers.ok(watching.setQuietHours(body.hours(), by), commit -> quiet(watches.officer(caller.name())));
    }

    /** The key by which a browser knows our pushes (RFC 8292), and one's own browsers. */
    @GetMapping("/api/safety/browsers")
    @Allowed(SAFETY_OFFICER)
    Map<String, Object> browsers(Caller caller) {
        return Map.of("key", push.publicKey(), "browsers", browsers(watches.officer(caller.name())));
    }

    @PostMapping("/api/safety/browsers")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> subscribe(@RequestBody BrowserRequest body, Caller caller, Attribution by) {
        var browser = push.browser(
                new PushServices.Described(body.endpoint(), body.p256dh(), body.auth(), body.device()), caller.sites());
        return switch (browser) {
            case PushServices.Known(var known) ->
                Answers.created(
                        watching.subscribe(known, by),
                        commit -> Map.of("browser", known.id(), "device", known.device()));
            case PushServices.Unfit(var refusal) -> throw new Problem(refusal);
        };
    }

    @PostMapping("/api/safety/browsers/{browser}/removal")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<Object> unsubscribe(@PathVariable String browser, Attribution by) {
        return Answers.ok(watching.unsubscribe(browser, by), commit -> Map.of("browser", browser));
    }

    private static Map<String, Object> quiet(Officer officer) {
        var hours = officer.quiet();
        var shown = new LinkedHashMap<String, Object>();
        if (hours != null) {
            shown.put("zone", hours.zone().getId());
            shown.put("from", hours.from().toString());
            shown.put("until", hours.until().toString());
        }
        return shown;
    }

    private static List<Map<String, String>> browsers(Officer officer) {
        return officer.browsers().stream()
                .map(browser -> Map.of("browser", browser.id(), "device", browser.device()))
                .toList();
    }
}
