package io.equipoise.platform.consume;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.command.ProtocolVersion;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/** What was heard last of the version of a study's definition that somebody goes by. */
public final class ProtocolsHeard {
    private final MongoCollection<Document> places;

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

    /** Empty where nothing of the stream was heard yet, or its teller did not say. */
    public Optional<Integer> of(String source, String topic, String stream) {
        return Optional.ofNullable(places.find(eq("_id", Letter.key(source, topic, stream)))
                        .first())
                .map(place -> place.getInteger(Ledger.PROTOCOL));
    }
}
