package io.equipoise.local.client;

import java.util.List;
import java.util.Map;

/**
 * What an account was answered at a door.
 *
 * @param key the command's; empty where nothing was commanded
 */
public record Exchange(
        String account,
        String method,
        String path,
        String key,
        int status,
        Map<String, List<String>> headers,
        String body) {
    public Exchange {
        headers = Map.copyOf(headers);
    }

    public String text() {
        return method + " " + path + " " + status + " " + headers + " " + body;
    }
}
