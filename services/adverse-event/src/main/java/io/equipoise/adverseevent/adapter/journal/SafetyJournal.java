package io.equipoise.adverseevent.adapter.journal;

import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventAmended;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventReported;
import io.equipoise.adverseevent.domain.AlertFact.AlertAcknowledged;
import io.equipoise.adverseevent.domain.AlertFact.AlertDelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertEscalated;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.AlertFact.AlertUndelivered;
import io.equipoise.adverseevent.domain.Moment;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.KeyVault;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The permanent names of this room's facts. A narrative can be read with its subject's key only. */
public final class SafetyJournal {
    /** What stands in the place of a narrative whose person's key was destroyed. */
    static final String FORGOTTEN = "[forgotten]";

    private SafetyJournal() {}

    public static EventCodec<SafetyFact> codec(JsonMapper json, KeyVault keys) {
        var codec = EventCodec.<SafetyFact>of(withWords(json), keys)
                .secret(
                        "AdverseEventReported.v1",
                        AdverseEventReported.class,
                        fact -> "subject/" + fact.subject(),
                        "narrative")
                .secret(
                        "AdverseEventAmended.v1",
                        AdverseEventAmended.class,
                        fact -> "subject/" + fact.subject(),
                        "narrative")
                .forgottenAs("AdverseEventReported.v1", "narrative", FORGOTTEN)
                .forgottenAs("AdverseEventAmended.v1", "narrative", FORGOTTEN)
                .event("AlertRaised.v1", AlertRaised.class)
                .event("AlertDelivered.v1", AlertDelivered.class)
                .event("AlertUndelivered.v1", AlertUndelivered.class)
                .event("AlertAcknowledged.v1", AlertAcknowledged.class)
                .event("AlertEscalated.v1", AlertEscalated.class);
        return UnblindingJournal.named(
                StoppingJournal.named(WatchJournal.with(CaseJournal.names(EventJournal.names(codec)))));
    }

    /** Subjects and moments are written as people write them. */
    private static JsonMapper withWords(JsonMapper json) {
        var words = new SimpleModule("words");
        word(words, SubjectId.class, SubjectId::parse);
        word(words, Moment.class, Moment::parse);
        return json.rebuild().addModule(words).build();
    }

    private static <T> void word(SimpleModule words, Class<T> type, Function<String, Optional<T>> parse) {
        words.addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator to, SerializationContext context) {
                to.writeString(value.toString());
            }
        });
        words.addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser from, DeserializationContext context) {
                var text = from.getString();
                return parse.apply(text)
                        .orElseThrow(() -> new IllegalStateException(
                                "not a " + type.getSimpleName() + " in the journal: " + text));
            }
        });
    }
}
