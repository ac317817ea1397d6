package io.equipoise.local.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives a token for a development account to whoever asks. */
@RestController
final class TokenDoor {

    private final Accounts accounts;
    private final Tokens tokens;

    TokenDoor(Accounts accounts, Tokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    private record Token(
            @JsonProperty("access_token") String value,
            @JsonProperty("token_type") String type,
            @JsonProperty("expires_in") long seconds) {}

    @PostMapping("/dev/token")
    ResponseEntity<Object> token(@RequestParam("account") String name) {
        return accounts.named(name)
                .map(account ->
                        ResponseEntity.<Object>ok(new Token(tokens.of(account), "Bearer", Tokens.LIFE.toSeconds())))
                .orElseGet(() -> unknown(name));
    }

    private ResponseEntity<Object> unknown(String name) {
        var known = accounts.all().stream().map(Account::name).toList();
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, "There is no development account " + name + "; there are " + known);
        problem.setProperty("code", "ACCOUNT_UNKNOWN");
        return ResponseEntity.of(problem).build();
    }
}
