package io.equipoise.imaging.adapter.dicom.stow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes a multipart body apart as it comes in (RFC 2046 section 5.1), with one small buffer and without looking back. */
final class MultipartRelated {
    private static final int LONGEST_LINE = 1024;
    private static final int MOST_HEADERS = 16;
    private static final int MOST_BEFORE = 8192;

    private final DelimitedInput input;
    private boolean started;
    private boolean ended;
    private int part;

    MultipartRelated(InputStream in, String boundary) {
        // The first boundary may stand at the very start: a line end put before it makes all boundaries alike.
        this.input = new DelimitedInput(in, ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** One part: its headers by name in lower case, its content up to the next boundary. */
    record Part(int number, Map<String, String> headers, InputStream content) {}

    /** The next part, or nothing where the last boundary has come. What is left of the part before is skipped. */
    Optional<Part> next() throws IOException, BrokenBody {
        if (ended) {
            return Optional.empty();
        }
        long before = input.skipToDelimiter();
        if (!started && before > MOST_BEFORE) {
            throw new BrokenBody("the body does not begin with its boundary");
        }
        started = true;
        if (!input.passDelimiter()) {
            throw new BrokenBody(
                    part == 0
                            ? "no boundary is in the body"
                            : "part %d is cut off: no boundary follows it".formatted(part));
        }
        var rest = line();
        if (rest.startsWith("--")) {
            ended = true;
            return Optional.empty();
        }
        if (!rest.isBlank()) {
            throw new BrokenBody("after part %d: something follows the boundary on its line".formatted(part));
        }
        part++;
        return Optional.of(new Part(part, headers(), input.untilDelimiter()));
    }

    /** A part whose content was read is whole only where a boundary follows it. */
    void requireWhole(Part read) throws IOException, BrokenBody {
        if (!input.atDelimiter()) {
            throw new BrokenBody("part %d is cut off: no boundary follows it".formatted(read.number()));
        }
    }

    private Map<String, String> headers() throws IOException, BrokenBody {
        var headers = new LinkedHashMap<String, String>();
        for (int count = 0; count <= MOST_HEADERS; count++) {
            var line = line();
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new BrokenBody("part %d: a header line without a colon".formatted(part));
            }
            headers.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        throw new BrokenBody("part %d: more than %d header lines".formatted(part, MOST_HEADERS));
    }

    private String line() throws IOException, BrokenBody {
        var line = new StringBuilder();
        while (true) {
            int next = input.read();
            if (next < 0) {
                if (!line.toString().startsWith("--")) {
                    throw new BrokenBody("part %d: the body ends in the middle of a line".formatted(part));
                }
                return line.toString();
            }
            if (next == '\n' && !line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
                return line.substring(0, line.length() - 1);
            }
            line.append((char) next);
            if (line.length() > LONGEST_LINE) {
                throw new BrokenBody("part %d: a line of more than %d characters".formatted(part, LONGEST_LINE));
            }
        }
    }

    /** The body is not what multipart/related promises; the sentence says where. */
    static final class BrokenBody extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenBody(String detail) {
            super(detail, null, false, false);
        }

        String detail() {
            return String.valueOf(getMessage());
        }
    }
}
