package io.equipoise.adverseevent.adapter.e2b;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads an outline: the file that says how a message is written in XML. Its own head explains the marks. */
final class Outline {
    private final List<Line> lines;
    private int at;

    /** A line without its indentation. */
    private record Line(int depth, List<String> words) {}

    private Outline(List<Line> lines) {
        this.lines = lines;
    }

    static Part of(String file) {
        try (InputStream in = Objects.requireNonNull(Outline.class.getResourceAsStream("/e2b/" + file), file)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Outline(text.lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .map(Outline::line)
                            .toList())
                    .part();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Line line(String text) {
        var bare = text.stripLeading();
        return new Line(text.length() - bare.length(), List.of(bare.split(" ")));
    }

    private Part part() {
        var line = lines.get(at++);
        var marks = new Marks(line.words());
        var parts = new ArrayList<Part>();
        while (at < lines.size() && lines.get(at).depth() > line.depth()) {
            parts.add(part());
        }
        return marks.part(List.copyOf(parts));
    }

    /** The words of one line, sorted by what they mean. */
    private static final class Marks {
        private final Map<String, String> fixed = new LinkedHashMap<>();
        private final Map<String, String> known = new LinkedHashMap<>();
        private final Map<String, Part.Binding> bound = new LinkedHashMap<>();
        private final String name;
        private boolean must;
        private boolean readOnly;
        private @Nullable String group;
        private List<String> onlyWith = List.of();
        private List<String> notWith = List.of();

        Marks(List<String> words) {
            name = words.getFirst();
            Iterator<String> rest = words.iterator();
            rest.next();
            rest.forEachRemaining(this::mark);
        }

        private void mark(String word) {
            if (word.equals("must")) {
                must = true;
            } else if (word.equals("alt")) {
                readOnly = true;
            } else if (word.startsWith("@group:")) {
                group = word.substring(7);
            } else if (word.startsWith("if:")) {
                onlyWith = List.of(word.substring(3).split("&"));
            } else if (word.startsWith("unless:")) {
                notWith = List.of(word.substring(7).split("&"));
            } else {
                attribute(word);
            }
        }

        private void attribute(String word) {
            var same = word.indexOf('=');
            if (same > 0) {
                var key = word.startsWith("==", same);
                var value = word.substring(same + (key ? 2 : 1));
                fixed.put(word.substring(0, same), value);
                if (key) {
                    known.put(word.substring(0, same), value);
                }
                return;
            }
            var colon = word.lastIndexOf(':', word.indexOf('~') < 0 ? word.length() : word.indexOf('~'));
            var attribute = word.substring(0, colon);
            var element = word.substring(colon + 1).split("~");
            bound.put(
                    attribute.equals("text") ? Part.TEXT : attribute,
                    new Part.Binding(element[0], element.length > 1 ? element[1] : ""));
        }

        Part part(List<Part> parts) {
            var key = name.startsWith("!");
            return new Part(
                    key ? name.substring(1) : name,
                    Map.copyOf(fixed),
                    Map.copyOf(known),
                    Collections.unmodifiableMap(bound),
                    group,
                    key,
                    must,
                    readOnly,
                    onlyWith,
                    notWith,
                    parts);
        }
    }
}
