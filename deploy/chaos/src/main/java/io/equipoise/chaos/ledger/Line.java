package io.equipoise.chaos.ledger;

import java.time.Instant;

/** A line of the client's book: the command is written before it is sent, and an answer before anybody acts on it. */
public record Line(
        Kind kind, String key, String account, String door, int status, String code, String digest, Instant at) {

    /** What a line says. */
    public enum Kind {
        BEGUN,
        COMMAND,
        SENT,
        ANSWERED,
        UNANSWERED
    }

    /** The driver starts: whoever was waiting for an answer before does so no more. */
    static Line begun(Instant at) {
        return new Line(Kind.BEGUN, "", "", "", 0, "", "", at);
    }

    static Line command(Command c, Instant at) {
        return new Line(Kind.COMMAND, c.key(), c.account(), c.door(), 0, "", c.body(), at);
    }

    static Line sent(Command c, Instant at) {
        return new Line(Kind.SENT, c.key(), c.account(), "", 0, "", "", at);
    }

    static Line answered(Command c, Answer a, Instant at) {
        return new Line(Kind.ANSWERED, c.key(), c.account(), "", a.status(), a.code(), a.digest(), at);
    }

    static Line unanswered(Command c, String why, Instant at) {
        return new Line(Kind.UNANSWERED, c.key(), c.account(), "", 0, why, "", at);
    }

    /** A command is known by who sent it and under which key. */
    String id() {
        return account + ":" + key;
    }
}
