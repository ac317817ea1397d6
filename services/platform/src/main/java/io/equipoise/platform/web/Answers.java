package io.equipoise.platform.web;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Commit;
import java.net.URI;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A command's outcome as an HTTP answer: 201 once, 200 for a repeat, a problem for a refusal. */
public final class Answers {
    private Answers() {}

    /** 201 for new facts and 200 for the same command again, with the same body; 204 where it held already. */
    public static <E> ResponseEntity<Object> created(Outcome<E> outcome, Function<Commit<E>, Object> body) {
        return answer(outcome, 201, body);
    }

    /** 201 with the place of the new thing. */
    public static <E> ResponseEntity<Object> created(
            Outcome<E> outcome, Function<Commit<E>, String> location, Function<Commit<E>, Object> body) {
        return outcome instanceof Outcome.Recorded<E>(var commit, var repeated)
                ? ResponseEntity.status(repeated ? 200 : 201)
                        .location(URI.create(location.apply(commit)))
                        .body(body.apply(commit))
                : answer(outcome, 201, body);
    }

    /** 200, with or without repetition. */
    public static <E> ResponseEntity<Object> ok(Outcome<E> outcome, Function<Commit<E>, Object> body) {
        return answer(outcome, 200, body);
    }

    public static ResponseEntity<Object> problem(Refusal refusal) {
        var status = Problem.status(refusal);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.detail(status, refusal));
    }

    private static <E> ResponseEntity<Object> answer(Outcome<E> outcome, int fresh, Function<Commit<E>, Object> body) {
        return switch (outcome) {
            case Outcome.Recorded<E>(var commit, var repeated) ->
                ResponseEntity.status(repeated ? 200 : fresh).body(body.apply(commit));
            case Outcome.Unchanged<E>() -> ResponseEntity.noContent().build();
            case Outcome.Refused<E>(var reason) -> problem(reason);
        };
    }
}
