package io.equipoise.local;

import io.equipoise.local.audit.AuditDoors;
import io.equipoise.local.audit.ExportedSeals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks every service whether its journal is what it was, and its neighbour whether the seals are those written down then;
 * prints a table: {@code AuditVerification <home>}. With {@code --export <file>}: whether seals taken away earlier are
 * genuine, which needs no service, and whether they are still what the service shows, if it answers.
 */
public final class AuditVerification {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VERIFYING = "verifying=";
    private static final String ROW = "%-16s %-10s %10s %8s %9s  %s%n";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Stack stack;
    private final String token;

    private AuditVerification(Stack stack) throws Exception {
        this.stack = stack;
        this.token = token();
    }

    public static void main(String[] args) throws Exception {
        var stack = Stack.at(Path.of(args[0]));
        if (args.length == 3 && args[1].equals("--export")) {
            System.exit(genuine(stack, Path.of(args[2])) ? 0 : 1);
        }
        if (args.length != 1) {
            System.err.println("verify-audit knows --export FILE and nothing else");
            System.exit(2);
        }
        System.exit(new AuditVerification(stack).allIntact() ? 0 : 1);
    }

    private boolean allIntact() {
        boolean intact = true;
        System.out.printf(ROW, "service", "journal", "commits", "seals", "anchored", "problems");
        for (var service : stack.services()) {
            if (!service.equals("gateway") && !service.equals("operations")) {
                intact &= isIntact(service);
            }
        }
        return intact;
    }

    private boolean isIntact(String service) {
        var doors = new AuditDoors(this::ask);
        try {
            var verification = doors.verification(service);
            var lanes = verification.path("lanes");
            var anchors = doors.anchors(service, lanes.size());
            var chain = doors.chain(service, lanes.size());
            var problems = new ArrayList<>(problems(verification));
            problems.addAll(chain.broken());
            problems.addAll(chain.against(AuditDoors.holder(service), anchors));
            var word = problems.isEmpty() ? "intact" : "NOT INTACT";
            System.out.printf(
                    ROW,
                    service,
                    word,
                    lanes.valueStream()
                            .mapToLong(lane -> lane.path("commits").asLong(0))
                            .sum(),
                    chain.seals().size(),
                    anchors.size(),
                    String.join("; ", problems));
            return problems.isEmpty();
        } catch (IllegalStateException | UncheckedIOException e) {
            System.out.printf(ROW, service, "NOT INTACT", "", "", "", e.getMessage());
            return false;
        }
    }

    private static List<String> problems(JsonNode verification) {
        var problems = new ArrayList<String>();
        verification
                .path("lanes")
                .forEach(lane -> lane.path("problems")
                        .forEach(problem -> problems.add(problem.path("what").asString() + " at "
                                + problem.path("position").asString())));
        if (problems.isEmpty() && !verification.path("intact").asBoolean(false)) {
            problems.add("answered " + verification);
        }
        return problems;
    }

    private static boolean genuine(Stack stack, Path file) throws IOException {
        var export = ExportedSeals.of(JSON.readTree(Files.readString(file)));
        var problems = new ArrayList<>(export.problems(ExportedSeals.key(publicKey(stack))));
        System.out.println(export.service() + ", exported " + export.exportedAt() + ": "
                + export.seals().size() + " seals, " + (problems.isEmpty() ? "genuine" : "NOT GENUINE"));
        try {
            var doors = new AuditDoors(new AuditVerification(stack)::ask);
            var lanes = doors.verification(export.service()).path("lanes").size();
            problems.addAll(export.problems(doors.chain(export.service(), lanes)));
            System.out.println(problems.isEmpty() ? "and in the chain that the service shows today" : "");
        } catch (Exception notThere) {
            System.out.println("the service does not answer: not compared with what it shows today");
        }
        problems.forEach(System.out::println);
        return problems.isEmpty();
    }

    private static String publicKey(Stack stack) throws IOException {
        var given = System.getenv("EQUIPOISE_KEYSVERIFYING");
        if (given != null) {
            return given;
        }
        return Files.readAllLines(stack.keys()).stream()
                .filter(line -> line.startsWith(VERIFYING))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the key file has no line " + VERIFYING))
                .substring(VERIFYING.length());
    }

    private String token() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(stack.issuer() + "/dev/token?account=ops-01"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return JSON.readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .path("access_token")
                .asString();
    }

    private JsonNode ask(String path) {
        var request = HttpRequest.newBuilder(URI.create(stack.gateway() + path))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + response.statusCode());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
