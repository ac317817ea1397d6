package io.equipoise.chaos.ledger;

/**
 * What was answered.
 *
 * @param code of the problem; empty where there is none
 * @param digest of the answer's body
 */
public record Answer(int status, String code, String digest) {

    public boolean accepted() {
        return status >= 200 && status < 300;
    }

    /** The service said no, and meant it. */
    public boolean refused() {
        return status >= 400 && status < 500;
    }
}
