package io.equipoise.local.demo;

import io.equipoise.local.client.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Looks for the arms' names, and for the donor of one of them, in every place that a blinded role can see. The study's
 * definition is left out: that there are two arms is public protocol text; who has which is not.
 */
record Blinding(Trial trial) {
    private static final List<String> ARMS =
            List.of("EXOSOMES", "SALINE", "MSC-Derived Exosomes", "Normal Saline", Supply.DONOR);
    private static final List<String> TOPICS =
            List.of("studies", "enrolment", "randomization", "dosing", "adverse-events", "imaging", "ehr", "seals");

    void check() {
        var options = trial.doors().options();
        look(
                "no arm in any answer or page",
                trial.doors().seenByBlinded().stream()
                        .filter(exchange -> !isJudgement(exchange.path()))
                        .map(Exchange::text)
                        .toList(),
                text -> text);
        if (options.kafka() == null) {
            trial.report().note("topics were not looked at: no --kafka");
        } else {
            look("no arm in any blinded topic", records(options.kafka()), text -> text);
        }
        if (options.logs() == null) {
            trial.report().note("logs were not looked at: no --logs");
        } else {
            look("no arm in any log", files(Path.of(options.logs())), Blinding::read);
        }
        if (options.metrics() == null) {
            trial.report().note("metrics were not looked at: no --metrics");
        } else {
            look("no arm in any metric", List.of(options.metrics().split(",")), this::scrape);
        }
    }

    /** Causes are judged by product, as if everybody had had each: of those the protocol names two, like the arms. */
    private static boolean isJudgement(String path) {
        return path.matches(".*/(causality(/[a-z]+)?|expectedness|judgement|safety-information)");
    }

    private void look(String what, List<String> places, Function<String, String> content) {
        var found = new ArrayList<String>();
        long searched = 0;
        for (var place : places) {
            var text = content.apply(place);
            searched += text.length();
            ARMS.stream()
                    .filter(text::contains)
                    .findFirst()
                    .ifPresent(arm -> found.add(arm + " in " + text.substring(0, Math.min(160, text.length()))));
        }
        trial.report()
                .holds(
                        what,
                        found.isEmpty() && searched > 0,
                        found.isEmpty() ? "nothing was searched" : found.getFirst());
        trial.report().note(what + ": " + places.size() + " searched, " + searched / 1024 + " KiB");
    }

    private static List<String> records(String kafka) {
        return Records.of(kafka, TOPICS).stream()
                .map(Blinding::text)
                .filter(text -> !text.contains("io.equipoise.StudyDefined.v1"))
                .toList();
    }

    private static String text(ConsumerRecord<String, String> record) {
        var text = new StringBuilder(record.topic()).append(' ');
        record.headers()
                .forEach(header -> text.append(new String(header.value(), StandardCharsets.UTF_8))
                        .append(' '));
        return text.append(record.value() == null ? "" : record.value()).toString();
    }

    private static List<String> files(Path folder) {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).map(Path::toString).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String scrape(String address) {
        return trial.doors().fetch(URI.create(address + "/actuator/prometheus")).text();
    }
}
