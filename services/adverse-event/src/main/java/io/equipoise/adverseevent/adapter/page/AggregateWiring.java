package io.equipoise.adverseevent.adapter.page;

import io.equipoise.adverseevent.adapter.page.AggregateParts.Watcher;
import io.equipoise.adverseevent.application.StudySafety;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Parts;
import io.equipoise.platform.journal.Tail;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** What the aggregate page is made with. */
@Configuration(proxyBeanMethods = false)
class AggregateWiring {

    @Bean
    AggregateParts aggregateParts(
            StudySafety safety, ITemplateEngine templates, JsonMapper json, @Qualifier("own") Tail<?> own) {
        return new AggregateParts(safety, new Parts(templates), json, own::reached);
    }

    @Bean
    LiveFeed<Watcher> aggregateFeed(AggregateParts parts, JsonMapper json) {
        return new LiveFeed<>(parts, json);
    }
}
