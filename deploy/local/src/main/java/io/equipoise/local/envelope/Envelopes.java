package io.equipoise.local.envelope;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shares, envelopes and reports through the public doors, as a development account. */
public final class Envelopes {
    private static final String PHARMACIST = "pha-01";
    private static final String INVESTIGATOR = "inv-01";

    private final Doors doors;

    private Envelopes(Doors doors) {
        this.doors = doors;
    }

    public static void main(String[] args) throws IOException {
        System.exit(done(args) ? 0 : 1);
    }

    /** @param args what to do, with which study or file, and options */
    static boolean done(String... args) throws IOException {
        var options = Arrays.copyOfRange(args, 2, args.length);
        var doors = new Doors(Options.parse(options), UUID.randomUUID().toString());
        return new Envelopes(doors).run(args[0], args[1], Options.pairs(options));
    }

    private boolean run(String what, String about, Map<String, String> options) throws IOException {
        return switch (what) {
            case "share" -> share(about, options.getOrDefault("--as", INVESTIGATOR));
            case "fetch" -> fetch(about, options);
            case "replace" -> options.containsKey("--asked-by") ? confirm(about, options) : replace(about, options);
            default -> report(Path.of(about), options.getOrDefault("--as", INVESTIGATOR));
        };
    }

    private boolean share(String study, String account) {
        var answer = doors.post(new Doors.Command(account, "/api/studies/" + study + "/opening-shares", Map.of()));
        if (answer.accepted()) {
            System.out.println("Share " + answer.body().path("number").asInt() + " of " + study + ", for " + account
                    + " alone. It is shown once; write it down and keep it apart from the envelopes:");
            System.out.println(answer.text("share"));
        }
        return said(answer);
    }

    private boolean fetch(String study, Map<String, String> options) throws IOException {
        var folder = Path.of(options.getOrDefault("--out", "envelopes"));
        var anew = Boolean.parseBoolean(options.getOrDefault("--anew", "false"));
        var answer = doors.post(new Doors.Command(
                options.getOrDefault("--as", PHARMACIST),
                "/api/studies/" + study + "/sealed-envelopes",
                Map.of("anew", anew)));
        if (!said(answer)) {
            return false;
        }
        Files.createDirectories(folder);
        int written = 0;
        for (JsonNode envelope : answer.body().path("envelopes")) {
            var file = folder.resolve(envelope.path("subject").asString() + ".envelope");
            Files.writeString(file, envelope.path("file").asString());
            written++;
        }
        System.out.println(written + " sealed envelopes written to " + folder);
        return true;
    }

    private boolean replace(String study, Map<String, String> options) throws IOException {
        var account = options.getOrDefault("--as", INVESTIGATOR);
        var answer = doors.post(new Doors.Command(
                account, replacement(study), Map.of("reason", options.getOrDefault("--because", ""))));
        if (answer.accepted()) {
            System.out.println("Asked for. Within a day another person confirms it: ./equipoise replace-key " + study
                    + " --asked-by " + account + " --as THEIR-ACCOUNT");
        }
        return said(answer);
    }

    private boolean confirm(String study, Map<String, String> options) throws IOException {
        var answer = doors.post(new Doors.Command(
                options.getOrDefault("--as", PHARMACIST),
                replacement(study) + "/confirmation",
                Map.of("askedBy", options.get("--asked-by"))));
        if (answer.accepted()) {
            System.out.println("The key of " + study
                    + " is replaced. Take new shares (./equipoise share), seal everybody"
                    + " anew (./equipoise envelopes " + study + " --anew true), and destroy the old files: old shares"
                    + " still open those.");
        }
        return said(answer);
    }

    private static String replacement(String study) {
        return "/api/studies/" + study + "/opening-key-replacement";
    }

    private boolean report(Path file, String account) throws IOException {
        var opened = JsonMapper.builder().build().readTree(Files.readString(file));
        var body = new HashMap<String, String>();
        for (var field : new String[] {"category", "reason", "openedBy", "openedAt"}) {
            body.put(field, opened.path(field).asString());
        }
        var subject = opened.path("subject").asString();
        var answer = doors.post(
                new Doors.Command(account, "/api/subjects/" + subject + "/code-breaks/reconciliation", body));
        if (answer.accepted()) {
            System.out.println("The code break of " + subject + " is in the journal.");
        }
        return said(answer);
    }

    private static boolean said(Answer answer) {
        if (!answer.accepted()) {
            System.err.println(answer.code() + ": " + answer.detail());
        }
        return answer.accepted();
    }
}
