package io.equipoise.studydesign.adapter.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the page of a protocol is drawn with; hidden, because nobody else needs it. */
@Configuration(proxyBeanMethods = false)
class PageWiring implements WebMvcConfigurer {

    /** On a path of its own: the gateway knows no other way to this service's files. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/protocol/assets/**")
                .addResourceLocations("classpath:/assets/protocol/")
                .setCacheControl(CacheControl.noCache());
    }
}
