package io.equipoise.operations.adapter.rest;

import io.equipoise.operations.application.Board;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/** Draws the parts of a study's page, for the page and for its live feed alike. */
final class Parts {
    private static final int DIGEST_BYTES = 8;
    private static final Map<String, String> WIDTHS = widths();

    private final ITemplateEngine templates;

    Parts(ITemplateEngine templates) {
        this.templates = templates;
    }

    private static Map<String, String> widths() {
        var widths = new LinkedHashMap<String, String>();
        widths.put("tasks", "");
        widths.put("enrolment", "half");
        widths.put("consort", "half tall");
        widths.put("events", "half");
        widths.put("swimmer", "");
        widths.put("scans", "");
        widths.put("due", "");
        widths.put("alerts", "");
        widths.put("assumptions", "");
        widths.put("hearing", "");
        return widths;
    }

    List<Part> of(Board board) {
        return WIDTHS.entrySet().stream()
                .map(each -> part(each.getKey(), each.getValue(), board))
                .toList();
    }

    private Part part(String name, String width, Board board) {
        var context = new Context(Locale.ROOT, Map.of("board", board));
        var html = templates.process(
                new TemplateSpec("operations/" + name, Set.of("part"), TemplateMode.HTML, Map.of()), context);
        return new Part("part-" + name, width, digest(html), html);
    }

    private static String digest(String html) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(html.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java has SHA-256", broken);
        }
    }
}
