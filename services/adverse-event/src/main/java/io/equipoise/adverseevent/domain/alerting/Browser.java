package io.equipoise.adverseevent.domain.alerting;

import java.util.Set;

/**
 * A browser that wants to be woken (RFC 8030).
 *
 * @param id part of the hash of its address; the address itself would let anybody who reads it push
 * @param device as its owner calls it
 * @param key the browser's public key, P-256 (RFC 8291), base64url
 * @param secret shared with it, 16 bytes, base64url
 * @param sites whose alerts its owner may see; {@code *} for all
 */
public record Browser(String id, String device, String endpoint, String key, String secret, Set<String> sites) {
    public Browser {
        sites = Set.copyOf(sites);
    }

    public boolean sees(String site) {
        return sites.contains("*") || sites.contains(site);
    }
}
