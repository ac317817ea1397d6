package io.equipoise.adverseevent.adapter.page;

import io.equipoise.adverseevent.adapter.page.AggregateParts.Watcher;
import io.equipoise.adverseevent.application.StudySafety;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Parts;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.Tail;
import java.util.stream.IntStream;
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
            StudySafety safety,
            ITemplateEngine templates,
            JsonMapper json,
            @Qualifier("own") Tail<?> own,
            Journal<?> journal) {
        return new AggregateParts(
                safety,
                new Parts(templates),
                json,
                () -> IntStream.range(0, journal.lanes())
                        .mapToLong(own::reached)
                        .sum());
    }

    @Bean
    LiveFeed<Watcher> aggregateFeed(AggregateParts parts, JsonMapper json) {
        return new LiveFeed<>(parts, json);
    }
}
