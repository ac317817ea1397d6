package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Delivery;
import java.time.Instant;

/**
 * Links that lead from a mail to the acknowledgement of one alert. Whoever has one may do nothing by it alone: it opens a
 * page to somebody who is logged in as a safety officer, and says by which mail they came.
 */
public interface AcknowledgementLinks {
    /** Good for {@link #LIFE_DAYS} days. */
    String token(String alert, Delivery mailed, Instant now);

    /** What a token says, or why it says nothing any more. */
    Read read(String token, Instant now);

    int LIFE_DAYS = 3;

    /** What came of reading a token. */
    sealed interface Read {}

    /** It is ours, and still good. */
    record Good(String alert, Delivery mailed, Instant until) implements Read {}

    /** It was ours, and is too old. */
    record Expired(String alert, Instant until) implements Read {}

    /** It is not ours, or was changed on the way. */
    record Forged() implements Read {}
}
