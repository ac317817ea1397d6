package io.equipoise.adverseevent.adapter.rest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the stream of alerts bears many readers.
 *
 * @param heartbeat how long it may be silent
 * @param streams how many may be open at once; one whose reader left counts until a heartbeat finds nobody there
 * @param buffer bytes that the system keeps for a reader who takes nothing, about 700 alerts; who still takes nothing
 *     for {@code server.tomcat.connection-timeout} after that is cut off
 */
@ConfigurationProperties("equipoise.safety.stream")
record StreamLimits(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("4000") int streams,
        @DefaultValue("262144") int buffer) {}
