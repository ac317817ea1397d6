package io.equipoise.local.twins;

import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Options;
import io.equipoise.local.demo.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a run leaves beside its answers: messages on blinded topics, lines in logs, series of metrics, mails. */
record Traces(Options options) {
    private static final Set<String> OF_THE_BUILD = Set.of("build.log", "extract.log");
    /** How busy the machine was: the broker and its client about themselves, requests that came too early, collections. */
    private static final Pattern OF_THE_BROKER = Pattern.compile("^[A-Z]+ +(\\[[^]]*] +)?(o\\.a\\.k\\.|k\\.)\\S+ .*");

    /** A producer's nodes and topics are looked for once a minute by who counts them. */
    private static final Pattern OF_THE_LOAD =
            Pattern.compile("^(jvm_gc_|kafka_producer_(node|topic)_|http_.*outcome=\"CLIENT_ERROR\").*");

    private static final List<String> TOPICS =
            List.of("enrolment", "randomization", "dosing", "adverse-events", "imaging", "ehr");

    void into(Seen seen) {
        topics(seen);
        logs(seen);
        metrics(seen);
        mails(seen);
    }

    /** A withheld message says nothing but that it is there; its number stands in the next one's. */
    private void topics(Seen seen) {
        var kafka = options.kafka();
        if (kafka == null) {
            return;
        }
        for (var record : Records.of(kafka, TOPICS)) {
            var type = Records.header(record, "ce_type");
            if (!type.endsWith("Withheld.v1")) {
                seen.add(
                        "topic " + record.topic(),
                        String.join(
                                " ",
                                type,
                                record.key(),
                                Records.header(record, "ce_streamversion"),
                                Records.header(record, "ce_part"),
                                Records.header(record, "ce_parts"),
                                Records.header(record, "ce_protocolversion"),
                                Records.header(record, "ce_actor")),
                        record.value());
            }
        }
    }

    static boolean isOfTheBroker(String line) {
        return OF_THE_BROKER.matcher(line).matches();
    }

    static boolean isOfTheLoad(String series) {
        return OF_THE_LOAD.matcher(series).matches();
    }

    /** Which lines there are; how often one is written depends on the time that a run took. */
    private void logs(Seen seen) {
        var lines = new TreeSet<String>();
        for (var file : logs(options.logs())) {
            read(file)
                    .lines()
                    .map(line -> line.replaceFirst("^\\S+ +", "").replaceAll("[0-9]+", "#"))
                    .filter(line -> !line.isBlank() && !isOfTheBroker(line))
                    .forEach(lines::add);
        }
        lines.forEach(line -> seen.add("logs", line, ""));
    }

    /**
     * Names and labels of every series; values are times and counts of asking again. The first look is not kept: what a
     * look itself asks the store for is a series only from the next look on.
     */
    private void metrics(Seen seen) {
        var metrics = options.metrics();
        if (metrics == null) {
            return;
        }
        var doors = new Doors(options, "metrics");
        var series = new TreeSet<String>();
        for (var address : metrics.split(",")) {
            var place = URI.create(address + "/actuator/prometheus");
            doors.fetch(place);
            doors.fetch(place)
                    .text()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .filter(line -> !isOfTheLoad(line))
                    .map(line -> line.replaceFirst("} [^}]*$", "}").replaceFirst(" [-0-9.eE+NaIinf]+$", ""))
                    .forEach(series::add);
        }
        series.forEach(line -> seen.add("metrics", line, ""));
    }

    private void mails(Seen seen) {
        new Doors(options, "mail")
                .fetch(options.mail().resolve("/api/messages"))
                .body()
                .forEach(mail -> seen.add("mails", "", mail.toString()));
    }

    private static List<Path> logs(@Nullable String folder) {
        if (folder == null) {
            return List.of();
        }
        try (var found = Files.walk(Path.of(folder))) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !OF_THE_BUILD.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
