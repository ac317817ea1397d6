package io.equipoise.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks every service whether its journal is what it was, and prints a table: {@code AuditVerification <home>}. */
public final class AuditVerification {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ROW = "%-16s %-10s %10s %8s  %s%n";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Stack stack;

    /** What one service answered. */
    private record Answer(String service, boolean intact, long commits, long seals, String problems) {}

    private AuditVerification(Stack stack) {
        this.stack = stack;
    }

    public static void main(String[] args) throws Exception {
        System.exit(new AuditVerification(Stack.at(Path.of(args[0]))).allIntact() ? 0 : 1);
    }

    private boolean allIntact() throws Exception {
        var token = token();
        boolean intact = true;
        System.out.printf(ROW, "service", "journal", "commits", "seals", "problems");
        for (var service : stack.services()) {
            if (!service.equals("gateway") && !service.equals("operations")) {
                var answer = ask(service, token);
                intact &= answer.intact;
                var word = answer.intact ? "intact" : "NOT INTACT";
                System.out.printf(ROW, service, word, answer.commits, answer.seals, answer.problems);
            }
        }
        return intact;
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

    private Answer ask(String service, String token) throws InterruptedException {
        var door = URI.create(stack.gateway() + "/api/audit/" + service + "/verification");
        var request = HttpRequest.newBuilder(door)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? read(service, JSON.readTree(response.body()))
                    : new Answer(service, false, 0, 0, "answered " + response.statusCode());
        } catch (IOException e) {
            return new Answer(service, false, 0, 0, "does not answer: " + e);
        }
    }

    private static Answer read(String service, JsonNode verification) {
        long commits = 0;
        long seals = 0;
        var problems = new StringBuilder();
        for (var lane : verification.path("lanes")) {
            commits += lane.path("commits").asLong(0);
            seals += lane.path("seals").asLong(0);
            lane.path("problems")
                    .forEach(problem -> problems.append(problem.path("what").asString())
                            .append(" at ")
                            .append(problem.path("position").asString())
                            .append("; "));
        }
        return new Answer(service, verification.path("intact").asBoolean(false), commits, seals, problems.toString());
    }
}
