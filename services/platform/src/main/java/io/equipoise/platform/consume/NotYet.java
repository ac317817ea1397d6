package io.equipoise.platform.consume;

/** What this message needs has not been heard yet: the stream is parked and tried again soon, others go on. */
public final class NotYet extends RuntimeException {
    public NotYet(String waitingFor) {
        super(waitingFor);
    }
}
