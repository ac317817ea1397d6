package io.equipoise.chaos.ledger;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The client's own book, line by line in a file: what it asked, each time it sent it, and what it was answered. */
public final class Ledger implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BufferedWriter out;
    private final Path file;
    private final Clock clock;

    /** A book that is there already is gone on with. */
    public Ledger(Path file, Clock clock) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.file = file;
        this.out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        this.clock = clock;
        write(Line.begun(clock.instant()));
    }

    public void asked(Command command) {
        write(Line.command(command, clock.instant()));
    }

    public void sent(Command command) {
        write(Line.sent(command, clock.instant()));
    }

    public void answered(Command command, Answer answer) {
        write(Line.answered(command, answer, clock.instant()));
    }

    public void unanswered(Command command, String why) {
        write(Line.unanswered(command, why, clock.instant()));
    }

    private synchronized void write(Line line) {
        try {
            out.write(JSON.writeValueAsString(line));
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it stands in the file. */
    public synchronized List<Account> accounts() {
        try (var lines = Files.lines(file)) {
            return accounts(lines.map(text -> JSON.readValue(text, Line.class)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Account> accounts(Collection<Line> lines) {
        var commands = new LinkedHashMap<String, Command>();
        Map<String, Integer> sends = new LinkedHashMap<>();
        Map<String, List<Answer>> answers = new LinkedHashMap<>();
        var abandoned = new HashSet<String>();
        for (var line : lines) {
            switch (line.kind()) {
                case BEGUN -> abandoned.addAll(commands.keySet());
                case COMMAND ->
                    commands.putIfAbsent(
                            line.id(), new Command(line.key(), line.account(), line.door(), line.digest()));
                case SENT -> {
                    sends.merge(line.id(), 1, Integer::sum);
                    abandoned.remove(line.id());
                }
                case ANSWERED ->
                    answers.computeIfAbsent(line.id(), id -> new ArrayList<>())
                            .add(new Answer(line.status(), line.code(), line.digest()));
                case UNANSWERED -> {
                    // a send without an answer: it counts among the sends alone
                }
            }
        }
        return commands.entrySet().stream()
                .map(c -> new Account(
                        c.getValue(),
                        sends.getOrDefault(c.getKey(), 0),
                        answers.getOrDefault(c.getKey(), List.of()),
                        abandoned.contains(c.getKey())))
                .toList();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
