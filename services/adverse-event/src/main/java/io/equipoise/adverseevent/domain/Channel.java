package io.equipoise.adverseevent.domain;

/** How an alert reaches someone who is not looking at a screen. */
public enum Channel {
    EMAIL,
    WEBHOOK
}
