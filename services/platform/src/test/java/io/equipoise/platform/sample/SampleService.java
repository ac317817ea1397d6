package io.equipoise.platform.sample;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.equipoise.platform.PlatformConfiguration;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.NotYet;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.projection.OwnProjectionFactory;
import io.equipoise.platform.projection.Projection;
import io.equipoise.platform.projection.ProjectionFactory;
import io.equipoise.platform.relay.Message;
import io.equipoise.platform.relay.PublishedLanguage;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The sample's wiring: what a service gives the platform, and what it gets. */
@SpringBootApplication
@Import(PlatformConfiguration.class)
public class SampleService {

    @Bean
    EventCodec<Tally.Event> codec(JsonMapper json, KeyVault keys) {
        return EventCodec.<Tally.Event>of(json, keys)
                .secret("Added.v1", Tally.Event.Added.class, e -> scope(e.secret()), "secret")
                .secret("Whispered.v1", Tally.Event.Whispered.class, e -> scope(e.secret()), "secret")
                .forgottenAs("Added.v1", "secret", "[forgotten]");
    }

    /** Anna's words have a key of their own. */
    private static String scope(String secret) {
        return secret.startsWith("anna") ? "anna" : "jar/1";
    }

    @Bean
    PublishedLanguage<Tally.Event> language() {
        return new PublishedLanguage<>() {
            @Override
            public List<Message> tell(Commit<Tally.Event> commit) {
                return commit.facts().stream()
                        .flatMap(fact -> switch (fact) {
                            case Tally.Event.Added(var stones, var secret) ->
                                List.of(new Message("studies", "Added.v1", Map.of("stones", stones))).stream();
                            case Tally.Event.Whispered whispered -> List.<Message>of().stream();
                        })
                        .toList();
            }

            @Override
            public List<String> topics(String stream) {
                return List.of("studies");
            }
        };
    }

    @Bean
    CommandHandler<Tally, Tally.Add, Tally.Event> handler(Journal<Tally.Event> journal) {
        return new CommandHandler<>(journal, Tally.DECIDER);
    }

    @Bean
    ProjectionFactory letters() {
        return new ProjectionFactory(Letters::new);
    }

    @Bean
    OwnProjectionFactory<Tally.Event> jars() {
        return new OwnProjectionFactory<>(Jars::new);
    }

    /** Keeps the last word heard of each stream; waits for "patience", fails on "broken", dies of "deadly". */
    static final class Letters implements Projection {
        static volatile boolean patient;
        private static final Map<String, List<Long>> APPLIED = new ConcurrentHashMap<>();

        private final MongoDatabase database;
        private final String topic;

        Letters(MongoDatabase database) {
            this.database = database;
            this.topic = database.getName().startsWith("sample-mortal") ? "imaging" : "enrolment";
        }

        /** The versions applied, in the order in which they were. */
        static List<Long> heardOf(MongoDatabase where, String stream) {
            return List.copyOf(APPLIED.getOrDefault(where.getName() + "/" + stream, List.of()));
        }

        @Override
        public Set<String> topics() {
            return Set.of(topic);
        }

        @Override
        public void apply(Heard heard) {
            var word = heard.text("word");
            if (word.equals("patience") && !patient) {
                throw new NotYet("patience");
            }
            if (word.equals("deadly")) {
                throw new StackOverflowError("nobody survives this");
            }
            if (word.equals("broken")) {
                throw new IllegalStateException("broken");
            }
            APPLIED.computeIfAbsent(database.getName() + "/" + heard.stream(), s -> new CopyOnWriteArrayList<>())
                    .add(heard.version());
            database.getCollection("letters")
                    .replaceOne(
                            Filters.eq("_id", heard.stream()),
                            new Document("_id", heard.stream())
                                    .append("word", word)
                                    .append("version", heard.version()),
                            new ReplaceOptions().upsert(true));
        }

        @Override
        public List<String> collections() {
            return List.of("letters");
        }
    }

    @RestController
    static final class Door {
        private final CommandHandler<Tally, Tally.Add, Tally.Event> handler;

        Door(CommandHandler<Tally, Tally.Add, Tally.Event> handler) {
            this.handler = handler;
        }

        record Stones(int stones, String secret, @Nullable List<Label> labels) {}

        record Label(String text) {}

        @PostMapping("/api/jars/{jar}/stones")
        @Allowed(Role.OPERATIONS)
        ResponseEntity<Object> add(@PathVariable String jar, @RequestBody Stones body, Caller caller, Attribution by) {
            caller.mustEnter("01");
            return Answers.created(
                    handler.handle("jar/" + jar, new Tally.Add(body.stones(), body.secret()), by),
                    commit -> Map.of("version", commit.version()));
        }

        @PostMapping("/api/jars/{jar}/shut")
        ResponseEntity<Object> shut() {
            return ResponseEntity.ok().build();
        }
    }
}
