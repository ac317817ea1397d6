package io.equipoise.local.envelope;

import io.equipoise.contracts.envelope.OpeningKey;
import io.equipoise.contracts.envelope.OpeningShare;
import io.equipoise.contracts.envelope.SealedEnvelope;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens one subject's envelope with two people's shares, on any machine with this jar and a Java, with no service and no
 * network. What is needed for the report is written down before the arm is shown.
 */
public final class OpenEnvelope {
    private static final List<String> CATEGORIES = List.of("MEDICAL_EMERGENCY", "OVERDOSE", "PREGNANCY", "OTHER");
    private static final int SHORTEST_REASON = 10;
    private static final Scanner STDIN = new Scanner(System.in, StandardCharsets.UTF_8);

    private final UnaryOperator<String> ask;
    private final PrintStream out;
    private final Clock clock;

    /** @param ask puts a question to the person and answers with what they say */
    OpenEnvelope(UnaryOperator<String> ask, PrintStream out, Clock clock) {
        this.ask = ask;
        this.out = out;
        this.clock = clock;
    }

    public static void main(String[] args) throws IOException {
        var opening = new OpenEnvelope(OpenEnvelope::fromThePerson, System.out, Clock.systemUTC());
        System.exit(opening.open(List.of(args)) ? 0 : 1);
    }

    /** Whether it was opened; if not, nothing is shown and nothing is written. */
    boolean open(List<String> args) throws IOException {
        var given = new LinkedHashMap<String, String>();
        var shares = new ArrayList<String>();
        for (int at = 1; at + 1 < args.size(); at += 2) {
            if (args.get(at).equals("--share")) {
                shares.add(args.get(at + 1));
            } else {
                given.put(args.get(at), args.get(at + 1));
            }
        }
        if (args.isEmpty() || args.size() % 2 == 0) {
            return no("open-envelope FILE [--share SHARE --share SHARE] [--by NAME] [--category WORD] [--reason TEXT]");
        }
        var file = Path.of(args.getFirst());
        var envelope = SealedEnvelope.parse(Files.readString(file));
        if (envelope.isEmpty()) {
            return no(file + " is no sealed envelope, or was changed.");
        }
        var key = key(envelope.get(), shares);
        return key.isPresent() && opened(file, envelope.get(), key.get(), given);
    }

    private Optional<OpeningKey> key(SealedEnvelope envelope, List<String> shares) {
        out.println("This breaks the code of " + envelope.subject() + ", as it stood at " + envelope.madeAt() + ".");
        var read = new ArrayList<OpeningShare>();
        for (int number = 0; number < 2; number++) {
            var text = number < shares.size() ? shares.get(number) : ask.apply("Share of person " + (number + 1));
            var share = OpeningShare.parse(text);
            if (share.isEmpty()) {
                no("This is not a share, or a digit of it is wrong.");
                return Optional.empty();
            }
            read.add(share.get());
        }
        var key = OpeningKey.of(read.getFirst(), read.getLast())
                .filter(made -> made.id().equals(envelope.key()));
        if (key.isEmpty()) {
            no("These two shares do not open this envelope: they must be two, and of this study's opening key.");
        }
        return key;
    }

    private boolean opened(Path file, SealedEnvelope envelope, OpeningKey key, Map<String, String> given)
            throws IOException {
        var enclosed = envelope.open(key);
        if (enclosed.isEmpty()) {
            return no("The envelope was changed: it does not open.");
        }
        var by = said(given, "--by", "Your name");
        var category = said(given, "--category", "Category, one of " + String.join(", ", CATEGORIES));
        var reason = said(given, "--reason", "Reason, in at least " + SHORTEST_REASON + " characters");
        if (by.isEmpty() || !CATEGORIES.contains(category) || reason.length() < SHORTEST_REASON) {
            return no("A name, a category of the four, and a reason are needed. Nothing was opened.");
        }
        var record = new LinkedHashMap<String, String>();
        record.put("subject", envelope.subject().toString());
        record.put("openedAt", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        record.put("openedBy", by);
        record.put("category", category);
        record.put("reason", reason);
        var report = file.resolveSibling(
                file.getFileName() + "." + record.get("openedAt").replace(":", "") + ".opened");
        Files.writeString(report, JsonMapper.builder().build().writeValueAsString(record));
        out.println(enclosed.get().subject() + " is given: " + enclosed.get().arm() + " ("
                + enclosed.get().title() + ")");
        out.println("Tell nobody who need not know. When the system is back: ./equipoise report-opening " + report);
        return true;
    }

    private String said(Map<String, String> given, String option, String question) {
        var text = given.get(option);
        return (text == null ? ask.apply(question) : text).strip();
    }

    private boolean no(String why) {
        out.println(why);
        return false;
    }

    /** Shares are typed unseen where there is a terminal. */
    private static String fromThePerson(String question) {
        var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isEmpty()) {
            System.out.println(question + ": ");
            return STDIN.hasNextLine() ? STDIN.nextLine() : "";
        }
        var console = terminal.get();
        if (question.startsWith("Share")) {
            var typed = console.readPassword("%s: ", question);
            return typed == null ? "" : new String(typed);
        }
        var line = console.readLine("%s: ", question);
        return line == null ? "" : line;
    }
}
