package io.equipoise.adverseevent.adapter.rest;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The web server's part in bearing many readers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamLimits.class)
class StreamWiring {

    /** Left to itself the system keeps up to several megabytes for each reader who takes nothing. */
    @Bean
    TomcatConnectorCustomizer boundedBuffers(StreamLimits limits) {
        return connector -> connector.setProperty("socket.txBufSize", Integer.toString(limits.buffer()));
    }
}
