package io.equipoise.adverseevent.adapter.push;

import io.equipoise.adverseevent.application.Carrier;
import io.equipoise.adverseevent.application.PushServices;
import io.equipoise.adverseevent.application.Watches;
import io.equipoise.adverseevent.application.Watching;
import java.security.KeyPair;
import tools.jackson.databind.json.JsonMapper;

/** The two ends of web push, with one key of ours. */
public record WebPush(PushSettings settings, KeyPair keys, JsonMapper json) {
    public PushServices services() {
        return new Browsers(settings, vapid());
    }

    public Carrier carrier(Watches watches, Watching watching) {
        return new PushCarrier(vapid(), watches, watching, json);
    }

    private Vapid vapid() {
        return new Vapid(keys, settings.contact(), json);
    }
}
