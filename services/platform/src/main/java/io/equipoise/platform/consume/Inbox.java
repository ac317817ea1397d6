package io.equipoise.platform.consume;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.equipoise.contracts.EventNames;
import io.equipoise.platform.relay.Envelope;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applies a stream's messages one after the other: version n only after n-1. A repeat is dropped; a gap, or a message
 * that cannot be handled yet, parks its stream and no other; it heals when what was missing arrives.
 */
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int STRIPES = 64;

    private final Ledger ledger;
    private final JsonMapper json;
    private final Consumer<Heard> handler;
    private final ProtocolsHeard protocols;
    private final Object[] stripes = new Object[STRIPES];

    public Inbox(MongoDatabase database, JsonMapper json, Consumer<Heard> handler) {
        this(database, json, handler, new ProtocolsHeard(database));
    }

    public Inbox(MongoDatabase database, JsonMapper json, Consumer<Heard> handler, ProtocolsHeard protocols) {
        this.ledger = new Ledger(database, json);
        this.json = json;
        this.handler = handler;
        this.protocols = protocols;
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Object();
        }
    }

    /** @throws Envelope.Unreadable if nobody could ever read it; everything else is applied, dropped or parked */
    public void receive(ConsumerRecord<String, byte[]> record) {
        take(record);
        writeDown();
    }

    /** Receives one of many, after the last of which {@link #writeDown} must be called. */
    public void take(ConsumerRecord<String, byte[]> record) {
        var letter = open(record);
        synchronized (stripe(letter.key())) {
            var key = letter.key();
            var place = letter.place();
            if (place.isNextAfter(ledger.remembered(key)) || place.isNextAfter(ledger.reached(key))) {
                if (settle(letter)) {
                    ledger.note(key, place);
                    if (ledger.mayWait(key)) {
                        drain(key);
                    }
                }
            } else if (place.compareTo(ledger.remembered(key)) > 0) {
                ledger.park(letter, "an earlier message of the stream is missing");
                drain(key);
            }
        }
    }

    /** Keeps how far the streams were heard. Until then, Kafka must not forget what was taken. */
    public void writeDown() {
        ledger.writeDown();
    }

    boolean isWrittenDown() {
        return ledger.isWrittenDown();
    }

    /** To be said when partitions have come or gone: another process may have heard their streams. */
    void lookAgain() {
        ledger.lookAgain();
        protocols.lookAgain();
    }

    /** Tries again what is parked; a message that waits for something else may be ready now. */
    public void retry(String topic, Collection<Integer> partitions) {
        for (var key : ledger.waiting(topic, partitions)) {
            synchronized (stripe(key)) {
                drain(key);
            }
        }
    }

    /** Whether nothing was ever heard. */
    public boolean isEmpty() {
        return ledger.isEmpty();
    }

    public long parked() {
        return ledger.parkedCount();
    }

    public List<Document> parkedSummary(int limit) {
        return ledger.parkedSummary(limit);
    }

    /** Forgets how far anything was heard, before everything is told from the start. */
    public void forget() {
        ledger.clear();
        protocols.lookAgain();
    }

    private Object stripe(String key) {
        return stripes[Math.floorMod(key.hashCode(), STRIPES)];
    }

    private void drain(String key) {
        while (true) {
            var next = ledger.first(key);
            if (next.isEmpty()) {
                return;
            }
            var letter = next.get().letter();
            var reached = ledger.reached(key);
            if (letter.place().compareTo(reached) <= 0) {
                ledger.unpark(letter);
            } else if (!letter.place().isNextAfter(reached) || !settle(letter)) {
                return;
            } else {
                ledger.reach(key, letter.place());
                ledger.unpark(letter);
            }
        }
    }

    /** True if it was applied; false if it is parked now. A store that is down is for the caller to wait for. */
    private boolean settle(Letter letter) {
        var before = protocols.hears(letter.key(), letter.heard().protocol());
        try {
            var type = letter.heard().type();
            if (EventNames.isOfAnotherVersion(type)) {
                throw new NotYet("a release that reads " + type);
            }
            if (!type.equals(Envelope.WITHHELD)) {
                handler.accept(letter.heard());
            }
            return true;
        } catch (MongoException storeIsDown) {
            throw storeIsDown;
        } catch (NotYet wait) {
            ledger.park(letter, "waits for " + wait.getMessage());
        } catch (RuntimeException e) {
            LOG.debug("{} of {} cannot be handled", letter.heard().type(), letter.key(), e);
            ledger.park(letter, "cannot be handled: " + e.getClass().getSimpleName());
        }
        protocols.hears(letter.key(), before);
        return false;
    }

    private Letter open(ConsumerRecord<String, byte[]> record) {
        var envelope = Envelope.of(record.headers());
        if (record.value() == null) {
            throw new Envelope.Unreadable("the message has no content");
        }
        try {
            var data = json.readTree(record.value());
            var heard = new Heard(
                    envelope.source(),
                    record.topic(),
                    envelope.stream(),
                    envelope.version(),
                    envelope.part(),
                    envelope.type(),
                    data,
                    envelope.time(),
                    envelope.correlation(),
                    envelope.protocol(),
                    envelope.actor());
            return new Letter(heard, envelope.parts(), record.partition());
        } catch (JacksonException e) {
            throw new Envelope.Unreadable("the message is not JSON: " + e.getOriginalMessage());
        }
    }
}
