package io.equipoise.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/** Draws the parts of a page from the fragment {@code part} of a template, for the page and for its live feed alike. */
public final class Parts {
    private static final int DIGEST_BYTES = 8;

    private final ITemplateEngine templates;

    public Parts(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** The part {@code part-name}, drawn from the template {@code folder/name}. */
    public Part draw(String folder, String name, String width, Map<String, Object> model) {
        var html = templates.process(
                new TemplateSpec(folder + "/" + name, Set.of("part"), TemplateMode.HTML, Map.of()),
                new Context(Locale.ROOT, model));
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
