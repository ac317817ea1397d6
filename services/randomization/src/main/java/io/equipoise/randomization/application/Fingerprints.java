package io.equipoise.randomization.application;

/**
 * Keyed fingerprints of requests that carry a study's secret: by a plain hash anybody who reads the journal could try
 * the few kinds that a kit can have.
 */
public interface Fingerprints {
    String keyed(String study, String fingerprint);
}
