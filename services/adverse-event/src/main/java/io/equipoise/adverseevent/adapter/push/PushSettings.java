package io.equipoise.adverseevent.adapter.push;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * To which push services this house speaks: a browser says where to push, and nobody may send us to an address of ours.
 *
 * @param services the ends of their host names, over https; or whole origins such as http://127.0.0.1:8999
 * @param contact whom a push service may write to, as mailto: or https:
 */
@ConfigurationProperties("equipoise.safety.push")
public record PushSettings(
        @DefaultValue({"fcm.googleapis.com", "push.services.mozilla.com", "push.apple.com", "notify.windows.com"})
        List<String> services,

        @Nullable String contact) {
    public PushSettings {
        services = List.copyOf(services);
    }

    boolean serves(URI endpoint) {
        var host = endpoint.getHost() == null ? "" : endpoint.getHost().toLowerCase(Locale.ROOT);
        var port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
        var origin = endpoint.getScheme() + "://" + host + port;
        return endpoint.getUserInfo() == null
                && services.stream()
                        .anyMatch(service -> service.contains("://")
                                ? service.equals(origin)
                                : "https".equals(endpoint.getScheme())
                                        && port.isEmpty()
                                        && (host.equals(service) || host.endsWith("." + service)));
    }
}
