package io.equipoise.adverseevent.adapter.page;

import io.equipoise.adverseevent.adapter.page.InboxParts.Reader;
import io.equipoise.adverseevent.application.AlertBoard;
import io.equipoise.adverseevent.application.Unblindings;
import io.equipoise.pages.LiveFeed;
import io.equipoise.pages.Parts;
import io.equipoise.platform.journal.Tail;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** What the pages are made with; hidden, because nobody else needs it. */
@Configuration(proxyBeanMethods = false)
class PageWiring implements WebMvcConfigurer {

    /** A page may have changed once the own projections have come further. */
    @Bean
    InboxParts inboxParts(
            AlertBoard board, Unblindings unblindings, ITemplateEngine templates, @Qualifier("own") Tail<?> own) {
        return new InboxParts(board, unblindings, new Parts(templates), own::reached);
    }

    @Bean
    LiveFeed<Reader> inboxFeed(InboxParts parts, JsonMapper json) {
        return new LiveFeed<>(parts, json);
    }

    /** Below the room's own path: the gateway knows no other way to this service. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/safety/assets/**")
                .addResourceLocations("classpath:/assets/safety/")
                .setCacheControl(CacheControl.noCache());
    }
}
