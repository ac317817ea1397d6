package io.equipoise.local.launcher;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.sift.AbstractDiscriminator;

/** Tells log entries apart by the service for which their thread works. */
public final class ServiceOfThread extends AbstractDiscriminator<ILoggingEvent> {

    @Override
    public String getDiscriminatingValue(ILoggingEvent event) {
        return ServiceView.current();
    }

    @Override
    public String getKey() {
        return "service";
    }
}
