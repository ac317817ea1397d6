package io.equipoise.adverseevent.domain.alerting;

/** What can make an alert. The order is that in which the rules of one alert are named. */
public enum RuleKind {
    SERIOUS("serious event"),
    STOPPING_BOUNDARY("stopping boundary crossed"),
    CLOCK_AT_RISK("reporting clock at risk"),
    LOT_CLUSTER("cluster of one lot"),
    INFUSION_REACTION("infusion reaction"),
    SPECIAL_INTEREST("event of special interest"),
    GRADE("grade reached");

    private final String words;

    RuleKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Wakes people: quiet hours do not hold it back. */
    public boolean ignoresQuietHours() {
        return this == SERIOUS || this == STOPPING_BOUNDARY || this == CLOCK_AT_RISK;
    }
}
