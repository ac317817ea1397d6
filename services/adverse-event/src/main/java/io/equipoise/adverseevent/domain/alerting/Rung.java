package io.equipoise.adverseevent.domain.alerting;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One step of a ladder.
 *
 * @param after since the alert was raised; nothing for the first
 * @param tell {@link #ON_CALL}, {@link #EVERYBODY}, or people by name
 */
public record Rung(Duration after, List<String> tell) {
    public static final String ON_CALL = "ON_CALL";
    public static final String EVERYBODY = "EVERYBODY";

    public Rung {
        tell = tell.stream().distinct().toList();
    }

    /** Such as "whoever is on call, saf-02". */
    public String words() {
        return tell.stream()
                .map(each -> switch (each) {
                    case ON_CALL -> "whoever is on call";
                    case EVERYBODY -> "everybody";
                    default -> each;
                })
                .collect(Collectors.joining(", "));
    }

    boolean names(String each) {
        return !each.equals(ON_CALL) && !each.equals(EVERYBODY);
    }
}
