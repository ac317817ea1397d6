package io.equipoise.adverseevent.domain;

/** One thing to tell one target: step 0 is the alert itself, step n its n-th escalation. */
public record Delivery(int step, Target target) {
    public static final int ALERT = 0;

    /** The same for every attempt, so that a receiver can drop a repeat. */
    public String id(String alert) {
        return alert + (step == ALERT ? ".raised" : ".escalated." + step);
    }
}
