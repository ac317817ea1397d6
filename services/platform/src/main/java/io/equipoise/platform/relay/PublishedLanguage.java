package io.equipoise.platform.relay;

import io.equipoise.platform.journal.Commit;
import java.util.List;

/** An allow-list from private facts to the published language: what nobody decided to tell stays at home. */
public interface PublishedLanguage<E> {

    /** What a commit tells; at most a few messages, in order. */
    List<Message> tell(Commit<E> commit);

    /** The topics that a stream is told on; none for a stream that stays private altogether. */
    List<String> topics(String stream);
}
