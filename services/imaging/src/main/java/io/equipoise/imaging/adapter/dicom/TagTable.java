package io.equipoise.imaging.adapter.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Our tables of attributes: a line has a group, a word that means something, and elements of the group; # is a remark. */
final class TagTable {
    private static final int HEX = 16;
    private static final int ELEMENTS = 2;

    private TagTable() {}

    /** @param meaning of a line's word, for every attribute of the line */
    static <T> Map<Tag, T> read(String resource, Function<String, T> meaning) {
        var meanings = new HashMap<Tag, T>();
        try (var table = Objects.requireNonNull(TagTable.class.getResourceAsStream(resource), resource)) {
            new String(table.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .forEach(words -> {
                        for (int i = ELEMENTS; i < words.length; i++) {
                            meanings.put(
                                    new Tag(Integer.parseInt(words[0], HEX), Integer.parseInt(words[i], HEX)),
                                    meaning.apply(words[1]));
                        }
                    });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Map.copyOf(meanings);
    }
}
