package io.equipoise.operations.adapter.rest;

import io.equipoise.operations.application.Boards;
import io.equipoise.operations.application.Changes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** What the pages are made with; hidden, because nobody else needs it. */
@Configuration(proxyBeanMethods = false)
class PageWiring {

    @Bean
    Parts parts(ITemplateEngine templates) {
        return new Parts(templates);
    }

    @Bean
    LiveFeed liveFeed(Boards boards, Parts parts, Changes changes, JsonMapper json) {
        return new LiveFeed(boards, parts, changes, json);
    }
}
