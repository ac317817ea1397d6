package io.equipoise.adverseevent.adapter.e2b;

import io.equipoise.adverseevent.domain.icsr.Elements;
import io.equipoise.adverseevent.domain.icsr.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The tables of data elements and of receivers' rules, as they lie beside the program. */
public final class Tables {
    private Tables() {}

    public static Elements elements() {
        return Elements.of(lines("elements.csv"));
    }

    public static RuleBook rules() {
        return RuleBook.of(elements(), lines("rules.csv"));
    }

    private static List<String> lines(String file) {
        try (var in = Objects.requireNonNull(Tables.class.getResourceAsStream("/e2b/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
