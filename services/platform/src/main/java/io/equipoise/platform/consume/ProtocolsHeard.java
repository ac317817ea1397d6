package io.equipoise.platform.consume;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.command.ProtocolVersion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What was heard last of the version of a study's definition that somebody goes by. Who can act on a message can also read
 * here what it said, although places are written down later, many at once.
 */
public final class ProtocolsHeard {
    private static final int REMEMBERED = 5_000;

    private final MongoCollection<Document> places;
    private final Map<String, Integer> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    });

    public ProtocolsHeard(MongoDatabase database) {
        this.places = database.getCollection(Ledger.PLACES);
    }

    /**
     * For facts about somebody whom another service tells of.
     *
     * @param teller both the service and its topic
     * @param stream of the teller, in which it tells of whom a fact is about
     */
    public <S, E> ProtocolVersion<S, E> told(String teller, Function<E, String> stream) {
        return (after, facts) -> of(teller, teller, stream.apply(facts.getFirst()));
    }

    /** To be said before anybody acts on the message; answers what was said before, to be put back if nobody can. */
    @Nullable
    Integer hears(String key, @Nullable Integer protocol) {
        return protocol == null ? remembered.remove(key) : remembered.put(key, protocol);
    }

    /** Reads from the store again, because other processes may have heard these streams in the meantime. */
    void lookAgain() {
        remembered.clear();
    }

    /** Empty where nothing of the stream was heard yet, or its teller did not say. */
    public Optional<Integer> of(String source, String topic, String stream) {
        var key = Letter.key(source, topic, stream);
        var heard = remembered.get(key);
        return heard != null ? Optional.of(heard) : written(key);
    }

    private Optional<Integer> written(String key) {
        return Optional.ofNullable(places.find(eq("_id", key)).first()).map(place -> place.getInteger(Ledger.PROTOCOL));
    }
}
