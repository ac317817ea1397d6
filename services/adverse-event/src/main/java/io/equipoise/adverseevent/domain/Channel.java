package io.equipoise.adverseevent.domain;

/** How an alert reaches someone who is not looking at a screen. */
public enum Channel {
    EMAIL,
    WEBHOOK,
    WEB_PUSH,
    FHIR;

    /** As people call it. */
    public String words() {
        return switch (this) {
            case EMAIL -> "e-mail";
            case WEBHOOK -> "webhook";
            case WEB_PUSH -> "web push";
            case FHIR -> "FHIR notification";
        };
    }
}
