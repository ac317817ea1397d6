package io.equipoise.chaos.ledger;

import java.util.List;

/**
 * All that the client knows of one command.
 *
 * @param abandoned the driver itself was ended before it was answered, so nobody was there to send it again
 */
public record Account(Command command, int sends, List<Answer> answers, boolean abandoned) {
    public Account {
        answers = List.copyOf(answers);
    }

    public Account(Command command, int sends, List<Answer> answers) {
        this(command, sends, answers, false);
    }

    public boolean acknowledged() {
        return answers.stream().anyMatch(Answer::accepted);
    }

    /** Sent once at least, never acknowledged, and every send was answered with a no: nothing may have been recorded. */
    public boolean refused() {
        return !answers.isEmpty() && answers.size() == sends && answers.stream().allMatch(Answer::refused);
    }
}
