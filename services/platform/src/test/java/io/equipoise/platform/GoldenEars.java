package io.equipoise.platform;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.equipoise.contracts.Contracts;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.NotYet;
import io.equipoise.platform.projection.Projection;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a listener the golden example of every event that docs/events.md says it hears, and names those that it does not
 * listen to, or that leave no trace in its database.
 */
public final class GoldenEars {
    private static final Path DOC = Path.of("docs", "events.md");

    /** Something of a service that listens: to which topics, and what it does. */
    public record Ear(Set<String> topics, Consumer<Heard> handler) {

        /** Projections, each of which is told what its topics say. */
        public static Ear of(Projection... projections) {
            return new Ear(
                    Stream.of(projections)
                            .flatMap(projection -> projection.topics().stream())
                            .collect(Collectors.toSet()),
                    heard -> Stream.of(projections)
                            .filter(projection -> projection.topics().contains(heard.topic()))
                            .forEach(projection -> projection.apply(heard)));
        }
    }

    private GoldenEars() {}

    /** @param listener listens over a database that nobody wrote to before */
    public static List<String> deafTo(String service, Function<MongoDatabase, Ear> listener) {
        var count = new AtomicInteger();
        try (var store = EmbeddedStore.temporary();
                var client = MongoClients.create(store.uri())) {
            return deafTo(service, () -> client.getDatabase("hearing-" + count.incrementAndGet()), listener);
        }
    }

    private static List<String> deafTo(
            String service, Supplier<MongoDatabase> empty, Function<MongoDatabase, Ear> listener) {
        var examples = examples(service);
        if (examples.isEmpty()) {
            throw new AssertionError("docs/events.md does not say that " + service + " hears anything");
        }
        var database = empty.get();
        var ear = listener.apply(database);
        return examples.stream()
                .filter(heard -> !hears(database, ear, heard))
                .filter(heard -> {
                    var alone = empty.get();
                    return !hears(alone, listener.apply(alone), heard);
                })
                .map(heard -> heard.topic() + " " + heard.type())
                .toList();
    }

    private static boolean hears(MongoDatabase database, Ear ear, Heard heard) {
        if (!ear.topics().contains(heard.topic())) {
            return false;
        }
        var before = contents(database);
        try {
            ear.handler().accept(heard);
        } catch (NotYet understoodAndWaits) {
            return true;
        }
        return !contents(database).equals(before);
    }

    private static List<String> contents(MongoDatabase database) {
        var all = new ArrayList<String>();
        for (var name : database.listCollectionNames().into(new TreeSet<>())) {
            database.getCollection(name)
                    .find()
                    .sort(Sorts.ascending("_id"))
                    .forEach(document -> all.add(name + " " + document.toJson()));
        }
        return all;
    }

    /** In the order of the table, each stream's messages numbered from one. */
    static List<Heard> examples(String service) {
        var versions = new HashMap<String, Long>();
        return rows().filter(row -> List.of(row.get(3).split(", ")).contains(service))
                .map(row -> example(row.get(0), row.get(1), row.get(2), versions))
                .toList();
    }

    private static Heard example(String topic, String type, String teller, Map<String, Long> versions) {
        var data = StrictJson.mapper().readTree(Contracts.example(type));
        var stream = Stream.of("alert", "event", "scan", "subject", "study")
                .filter(data::has)
                .map(field -> field + "/" + data.path(field).asString())
                .findFirst()
                .orElse("some/stream");
        var version = versions.merge(topic + stream, 1L, Long::sum);
        var at = Instant.parse("2026-11-22T12:00:00Z").plusSeconds(version);
        return new Heard(teller, topic, stream, version, 1, type, data, at, "correlation", null, null);
    }

    private static Stream<List<String>> rows() {
        try {
            return Files.readString(doc())
                    .lines()
                    .filter(line -> line.startsWith("| "))
                    .skip(1)
                    .map(line -> Stream.of(line.split("\\|"))
                            .skip(1)
                            .map(String::strip)
                            .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path doc() {
        for (var place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.exists(place.resolve(DOC))) {
                return place.resolve(DOC);
            }
        }
        throw new AssertionError("there is no " + DOC + " above the working directory");
    }
}
