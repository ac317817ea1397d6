package io.equipoise.adverseevent.adapter.page;

import io.equipoise.adverseevent.adapter.page.CasePageParts.Reader;
import io.equipoise.adverseevent.application.CaseSheets;
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

/** What the pages of cases are made with. */
@Configuration(proxyBeanMethods = false)
class CasePageWiring {

    /** A page may have changed once the own projections have come further. */
    @Bean
    CasePageParts casePageParts(
            CaseSheets sheets, ITemplateEngine templates, @Qualifier("own") Tail<?> own, Journal<?> journal) {
        return new CasePageParts(
                sheets,
                new Parts(templates),
                () -> IntStream.range(0, journal.lanes())
                        .mapToLong(own::reached)
                        .sum());
    }

    @Bean
    LiveFeed<Reader> caseFeed(CasePageParts parts, JsonMapper json) {
        return new LiveFeed<>(parts, json);
    }
}
