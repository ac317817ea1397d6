package io.equipoise.studydesign.adapter.rest;

import io.equipoise.studydesign.adapter.rest.DefinitionText.Format;
import io.equipoise.studydesign.adapter.rest.DefinitionText.Read;
import io.equipoise.studydesign.domain.Definition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The studies that were written down with this software, as text: loading one is for whoever runs it to do. */
final class Library {
    private final Map<String, String> texts;

    private Library(Map<String, String> texts) {
        this.texts = Collections.unmodifiableMap(texts);
    }

    static Library read() {
        var texts = new LinkedHashMap<String, String>();
        resource("index.txt").lines().forEach(study -> texts.put(study, resource(study + ".yaml")));
        return new Library(texts);
    }

    Optional<String> text(String study) {
        return Optional.ofNullable(texts.get(study));
    }

    /** In the order of the index. */
    Map<String, Definition> definitions() {
        var all = new LinkedHashMap<String, Definition>();
        texts.forEach((study, text) -> all.put(study, definition(study, text)));
        return all;
    }

    private static Definition definition(String study, String text) {
        return switch (new DefinitionText(Format.YAML, text.getBytes(StandardCharsets.UTF_8)).read()) {
            case Read.Tree(var tree) -> new Definition(tree);
            case Read.Unreadable(var reason) -> throw new IllegalStateException(study + ": " + reason.detail());
        };
    }

    private static String resource(String name) {
        try (var in = Library.class.getResourceAsStream("/library/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the library lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
