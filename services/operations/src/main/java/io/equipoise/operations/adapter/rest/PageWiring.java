package io.equipoise.operations.adapter.rest;

import io.equipoise.operations.adapter.rest.StudyParts.Reader;
import io.equipoise.operations.application.Boards;
import io.equipoise.operations.application.Changes;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Parts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** What the pages are made with; hidden, because nobody else needs it. */
@Configuration(proxyBeanMethods = false)
class PageWiring {

    @Bean
    StudyParts parts(Boards boards, Changes changes, ITemplateEngine templates) {
        return new StudyParts(boards, changes, new Parts(templates));
    }

    @Bean
    LiveFeed<Reader> liveFeed(StudyParts parts, JsonMapper json) {
        return new LiveFeed<>(parts, json);
    }
}
