package io.equipoise.chaos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerTest {
    private static final Command ANNAS = new Command("k1", "coo-01", "POST /api/subjects", "b1");
    private static final Command BORISS = new Command("k1", "inv-01", "POST /api/subjects", "b2");

    @TempDir
    private Path directory;

    @Test
    void the_book_says_what_was_sent_and_what_was_answered() throws IOException {
        try (var ledger = new Ledger(directory.resolve("book.jsonl"), Clock.systemUTC())) {
            ledger.asked(ANNAS);
            ledger.sent(ANNAS);
            ledger.unanswered(ANNAS, "reset");
            ledger.sent(ANNAS);
            ledger.answered(ANNAS, new Answer(201, "", "d1"));
            ledger.asked(BORISS);
            ledger.sent(BORISS);
            ledger.answered(BORISS, new Answer(409, "NOT_ELIGIBLE", "d2"));

            assertThat(ledger.accounts())
                    .containsExactly(
                            new Account(ANNAS, 2, java.util.List.of(new Answer(201, "", "d1"))),
                            new Account(BORISS, 1, java.util.List.of(new Answer(409, "NOT_ELIGIBLE", "d2"))));
        }
    }

    @Test
    void a_refusal_after_a_lost_answer_proves_nothing() throws IOException {
        try (var ledger = new Ledger(directory.resolve("book.jsonl"), Clock.systemUTC())) {
            ledger.asked(ANNAS);
            ledger.sent(ANNAS);
            ledger.unanswered(ANNAS, "reset");
            ledger.sent(ANNAS);
            ledger.answered(ANNAS, new Answer(409, "TOO_LATE", "d1"));

            assertThat(ledger.accounts().getFirst().refused()).isFalse();
            assertThat(ledger.accounts().getFirst().acknowledged()).isFalse();
        }
    }

    @Test
    void what_was_under_way_when_the_driver_ended_is_abandoned() throws IOException {
        var file = directory.resolve("book.jsonl");
        try (var ledger = new Ledger(file, Clock.systemUTC())) {
            ledger.asked(ANNAS);
            ledger.sent(ANNAS);
        }
        try (var ledger = new Ledger(file, Clock.systemUTC())) {
            ledger.asked(BORISS);
            ledger.sent(BORISS);
            assertThat(ledger.accounts()).extracting(Account::abandoned).containsExactly(true, false);
        }
    }
}
