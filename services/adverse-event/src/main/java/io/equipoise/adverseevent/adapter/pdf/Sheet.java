package io.equipoise.adverseevent.adapter.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * Pages with boxes and selectable text, the same bytes for the same content and date. Characters that the font has no
 * shape for are printed as an empty square, so that a reader sees that one is missing.
 */
final class Sheet implements AutoCloseable {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float LEADING = 1.2f;
    private static final int MISSING = 0x25A1;
    private final Map<Integer, Shape> shapes = new HashMap<>();
    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final PDRectangle format;
    private @Nullable PDPageContentStream page;

    /** How a letter is printed, and how wide it is in thousandths of the size. */
    private record Shape(String letter, float width) {}

    Sheet(PDRectangle format, String title, Instant date) {
        this.format = format;
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            font = PDType0Font.load(document, file, true);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var information = document.getDocumentInformation();
        information.setTitle(title);
        information.setProducer("Equipoise");
        information.setCreationDate(GregorianCalendar.from(date.atZone(ZoneOffset.UTC)));
        document.setDocumentId((long) Arrays.hashCode((title + date).getBytes(StandardCharsets.UTF_8)));
    }

    float width() {
        return format.getWidth();
    }

    float height() {
        return format.getHeight();
    }

    void newPage() {
        try {
            finish();
            var next = new PDPage(format);
            document.addPage(next);
            page = new PDPageContentStream(document, next);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A frame; y is its upper edge, counted from the top of the page. */
    void frame(float x, float y, float width, float height) {
        try {
            here().setLineWidth(0.6f);
            here().addRect(x, format.getHeight() - y - height, width, height);
            here().stroke();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A cross in a small square. */
    void tick(float x, float y, float side) {
        try {
            var top = format.getHeight() - y;
            here().setLineWidth(1.2f);
            here().moveTo(x, top);
            here().lineTo(x + side, top - side);
            here().moveTo(x + side, top);
            here().lineTo(x, top - side);
            here().stroke();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** One line; y is its baseline, counted from the top. */
    void text(float x, float y, float size, String line) {
        if (line.isEmpty()) {
            return;
        }
        try {
            here().beginText();
            here().setFont(font, size);
            here().newLineAtOffset(x, format.getHeight() - y);
            here().showText(printable(line));
            here().endText();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Lines below each other from the upper edge y on; as many as fit. Gives back those that did not. */
    List<String> lines(float x, float y, float size, float height, List<String> lines) {
        var fit = Math.min(lines.size(), (int) (height / (size * LEADING)));
        for (int i = 0; i < fit; i++) {
            text(x, y + (i + 1) * size * LEADING, size, lines.get(i));
        }
        return lines.subList(fit, lines.size());
    }

    /** Broken between words, and inside a word that is too long for a line. */
    List<String> wrapped(String text, float size, float width) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\n", -1)) {
            var line = new StringBuilder();
            var used = 0f;
            for (var word : paragraph.strip().split(" ")) {
                if (!line.isEmpty() && used + width(" " + word, size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                } else if (!line.isEmpty()) {
                    line.append(' ');
                    used += width(" ", size);
                }
                for (int at = 0; at < word.length(); at = word.offsetByCodePoints(at, 1)) {
                    var letter = Character.toString(word.codePointAt(at));
                    if (used + width(letter, size) > width) {
                        lines.add(line.toString());
                        line.setLength(0);
                        used = 0;
                    }
                    line.append(letter);
                    used += width(letter, size);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private float width(String text, float size) {
        var sum = 0f;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            sum += known(text.codePointAt(at)).width();
        }
        return sum / 1000 * size;
    }

    private String printable(String text) {
        var printable = new StringBuilder();
        text.codePoints().forEach(letter -> printable.append(known(letter).letter()));
        return printable.toString();
    }

    private Shape known(int letter) {
        var known = shapes.get(letter);
        if (known == null) {
            known = shape(letter);
            shapes.put(letter, known);
        }
        return known;
    }

    private Shape shape(int letter) {
        try {
            var itself = Character.toString(letter);
            return new Shape(itself, font.getStringWidth(itself));
        } catch (IOException | IllegalArgumentException none) {
            return letter == MISSING ? new Shape("?", 0) : shape(MISSING);
        }
    }

    byte[] bytes() {
        try {
            finish();
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private PDPageContentStream here() {
        return Objects.requireNonNull(page, "no page was begun");
    }

    private void finish() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
