package io.equipoise.dosing;

import io.equipoise.platform.TestClient;
import io.equipoise.platform.TestClient.Answer;

/** The service's door, as one account sees it. */
record Door(TestClient client, String token) {

    Door as(String other) {
        return new Door(client, other);
    }

    Answer get(String path) {
        return client.get(path, token);
    }

    Answer post(String path, String body) {
        return client.post(path, token, body);
    }

    Answer post(String path, String key, String body) {
        return client.post(path, token, key, body);
    }
}
