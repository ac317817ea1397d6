package io.equipoise.adverseevent.adapter.page;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.AcknowledgementLinks;
import io.equipoise.adverseevent.application.AcknowledgementLinks.Expired;
import io.equipoise.adverseevent.application.AcknowledgementLinks.Forged;
import io.equipoise.adverseevent.application.AcknowledgementLinks.Good;
import io.equipoise.adverseevent.application.AlertBoard;
import io.equipoise.adverseevent.application.AlertCard;
import io.equipoise.adverseevent.application.SiteTime;
import io.equipoise.pages.Refused;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the link of a mail leads: to whoever is logged in as a safety officer, the alert and a form. Opening it does
 * nothing, however often and by whatever machine.
 */
@Controller
final class LinkPages implements RefusingPages {
    private final AcknowledgementLinks links;
    private final AlertBoard board;
    private final Clock clock;

    LinkPages(AcknowledgementLinks links, AlertBoard board, Clock clock) {
        this.links = links;
        this.board = board;
        this.clock = clock;
    }

    @GetMapping(path = "/safety/acknowledge/{token}", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed(SAFETY_OFFICER)
    ModelAndView link(@PathVariable String token, Caller caller) {
        return switch (links.read(token, clock.instant())) {
            case Forged() ->
                refused("This link is not ours", "It was cut, or made by somebody else.", "LINK_INVALID", caller);
            case Expired(var alert, var until) ->
                refused(
                        "This link has ended",
                        "It was good until " + until + ". Alert " + alert + " stands under Alerts.",
                        "LINK_EXPIRED",
                        caller);
            case Good good ->
                board.card(good.alert())
                        .map(card -> page(card, token, good, caller))
                        .orElseGet(() -> refused(
                                "No alert " + good.alert() + " here yet",
                                "If the mail is of this minute, load this page again.",
                                "ALERT_UNKNOWN",
                                caller));
        };
    }

    private static ModelAndView page(AlertCard card, String token, Good good, Caller caller) {
        caller.mustEnter(card.site());
        var until = SiteTime.of(good.until(), ZoneOffset.UTC);
        return new ModelAndView(
                "safety/link",
                Map.of("caller", caller, "card", card, "token", token, "mailed", good.mailed(), "until", until));
    }

    private static ModelAndView refused(String title, String detail, String code, Caller caller) {
        return new Refused(title, detail, code).page(HttpStatus.NOT_FOUND, caller);
    }
}
