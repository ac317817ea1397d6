package io.equipoise.chaos.ledger;

/**
 * What a client asks for, under one key however often it is sent.
 *
 * @param key the Idempotency-Key
 * @param door method and path
 * @param body its digest
 */
public record Command(String key, String account, String door, String body) {

    /** The name under which a journal keeps it. */
    public String id() {
        return account + ":" + key;
    }
}
