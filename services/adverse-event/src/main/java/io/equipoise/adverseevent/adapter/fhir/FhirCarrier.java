package io.equipoise.adverseevent.adapter.fhir;

import io.equipoise.adverseevent.adapter.fhir.FhirSettings.Subscription;
import io.equipoise.adverseevent.application.Carrier;
import io.equipoise.adverseevent.application.NoticeNumbers;
import io.equipoise.adverseevent.domain.Channel;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.platform.web.Post;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Notifies a FHIR subscriber by rest-hook; any answer of 2xx is a receipt. */
public final class FhirCarrier implements Carrier {

    private final FhirSettings settings;
    private final NoticeNumbers numbers;
    private final JsonMapper json;
    private final Post post = Post.plain();

    public FhirCarrier(FhirSettings settings, NoticeNumbers numbers, JsonMapper json) {
        this.settings = settings;
        this.numbers = numbers;
        this.json = json;
    }

    public static List<Target> targets(FhirSettings settings) {
        return settings.subscriptions().stream()
                .map(subscription -> new Target(Channel.FHIR, subscription.id()))
                .toList();
    }

    @Override
    public boolean serves(Target target) {
        return subscription(target).isPresent();
    }

    @Override
    public Optional<String> carry(Dispatch dispatch) {
        return subscription(dispatch.delivery().target())
                .map(to -> send(to, dispatch))
                .orElse(Optional.of("not configured"));
    }

    private Optional<Subscription> subscription(Target target) {
        return target.channel() != Channel.FHIR
                ? Optional.empty()
                : settings.subscriptions().stream()
                        .filter(each -> each.id().equals(target.to()))
                        .findFirst();
    }

    private Optional<String> send(Subscription to, Dispatch dispatch) {
        var number =
                numbers.number(to.id(), dispatch.delivery().id(dispatch.alert().alert()));
        var body = json.writeValueAsString(new Notification(settings.base(), to.id(), number, dispatch).bundle());
        var request = HttpRequest.newBuilder(to.endpoint())
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body));
        if (to.authorization() != null) {
            request.header("Authorization", to.authorization());
        }
        return post.send(request).problem();
    }
}
