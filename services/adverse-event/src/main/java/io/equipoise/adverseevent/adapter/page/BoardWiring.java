package io.equipoise.adverseevent.adapter.page;

import io.equipoise.adverseevent.adapter.page.BoardParts.OneStudy;
import io.equipoise.adverseevent.application.StoppingRules;
import io.equipoise.adverseevent.application.StudyDonors;
import io.equipoise.adverseevent.application.ToldForStopping;
import io.equipoise.adverseevent.domain.Lifter;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Parts;
import io.equipoise.platform.journal.Tail;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** What the board's page is made with. */
@Configuration(proxyBeanMethods = false)
class BoardWiring {

    @Bean
    BoardParts boardParts(
            StoppingRules rules,
            StudyDonors donors,
            ITemplateEngine templates,
            JsonMapper json,
            @Qualifier("own") Tail<?> own) {
        return new BoardParts(rules, donors, new Parts(templates), json::writeValueAsString, own::reached);
    }

    @Bean
    HoldsParts holdsParts(
            ToldForStopping told, StoppingRules rules, ITemplateEngine templates, @Qualifier("own") Tail<?> own) {
        return new HoldsParts(told, rules, new Parts(templates), own::reached);
    }

    @Bean
    LiveFeed<Lifter> holdsFeed(HoldsParts parts, JsonMapper json) {
        return new LiveFeed<>(parts, json);
    }

    @Bean
    LiveFeed<OneStudy> boardFeed(BoardParts parts, JsonMapper json) {
        return new LiveFeed<>(parts, json);
    }
}
