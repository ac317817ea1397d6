package io.equipoise.adverseevent.adapter.page;

import io.equipoise.adverseevent.adapter.page.CasePageParts.Reader;
import io.equipoise.adverseevent.application.CaseSheets;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Parts;
import io.equipoise.platform.journal.Tail;
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
    CasePageParts casePageParts(CaseSheets sheets, ITemplateEngine templates, @Qualifier("own") Tail<?> own) {
        return new CasePageParts(sheets, new Parts(templates), own::reached);
    }

    @Bean
    LiveFeed<Reader> caseFeed(CasePageParts parts, JsonMapper json) {
        return new LiveFeed<>(parts, json);
    }
}
