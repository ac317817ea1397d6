package io.equipoise.adverseevent.domain;

/** What was done with one product because of the event (ICH E2B(R3) G.k.8). */
public record ProductAction(String product, Action action) {

    /** With the code of the guideline. */
    public enum Action {
        WITHDRAWN(1),
        DOSE_REDUCED(2),
        DOSE_INCREASED(3),
        DOSE_NOT_CHANGED(4),
        UNKNOWN(0),
        NOT_APPLICABLE(9);

        private final int code;

        Action(int code) {
            this.code = code;
        }

        /** As E2B(R3) G.k.8 numbers it. */
        public int code() {
            return code;
        }
    }
}
