package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.alerting.Browser;
import io.equipoise.platform.Refusal;
import java.util.Set;

/** The way to browsers that nobody looks at: whose pushes they take, and which of them can be pushed to. */
public interface PushServices {
    /** By which a browser knows our pushes (RFC 8292): an uncompressed point of P-256, base64url. */
    String publicKey();

    /** The browser as it is kept, or why it cannot be pushed to: no push service that we know, or no key of its kind. */
    Looked browser(Described described, Set<String> sites);

    /** As the browser says. */
    record Described(String endpoint, String key, String secret, String device) {}

    /** What came of looking at it. */
    sealed interface Looked {}

    /** It can be pushed to. */
    record Known(Browser browser) implements Looked {}

    /** It cannot. */
    record Unfit(Refusal why) implements Looked {}
}
