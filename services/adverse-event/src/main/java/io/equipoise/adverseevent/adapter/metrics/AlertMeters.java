package io.equipoise.adverseevent.adapter.metrics;

import io.equipoise.adverseevent.application.Measures;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** equipoise_alert_latency_seconds by channel: from the entry of the event until the channel had its alert. */
public final class AlertMeters implements Measures {
    private final MeterRegistry meters;

    public AlertMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void reached(String channel, Duration sinceEntry) {
        Timer.builder("equipoise.alert.latency")
                .description("from the entry of a serious event until a channel had its alert")
                .tag("channel", channel.toLowerCase(Locale.ROOT))
                .publishPercentileHistogram()
                .register(meters)
                .record(sinceEntry.isNegative() ? Duration.ZERO : sinceEntry);
    }
}
