package io.equipoise.randomization.adapter.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where the pages' own stylesheet is; below the room's own path, because the gateway knows no other way here. */
@Configuration(proxyBeanMethods = false)
class PageWiring implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/supply/assets/**")
                .addResourceLocations("classpath:/assets/supply/")
                .setCacheControl(CacheControl.noCache());
    }
}
