package io.equipoise.imaging.application;

/**
 * Fingerprints of requests that hold secrets, made with the study's key: counts are few, and whoever could check guesses
 * against a plain hash in the journal would soon have them.
 */
public interface Fingerprints {

    String keyed(String study, String fingerprint);
}
