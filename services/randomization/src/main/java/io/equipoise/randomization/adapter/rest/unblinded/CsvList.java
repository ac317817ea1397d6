package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.platform.web.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list as a table of text: stratum, position, arm. A stratum with a comma in it stands in double quotes. */
final class CsvList {
    private static final String HEADER = "stratum,position,arm";
    private static final int LONGEST = 1_000;
    private static final Pattern LINE =
            Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^\",]*)),([1-9]\\d{0,5}),(?:\"([^\"]*)\"|([^\",]*))");

    private CsvList() {}

    static List<ListDraftEndpoint.Row> rows(byte[] table) {
        var lines = text(table).replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            throw Problem.badRequest("TABLE_MALFORMED", "The first line of the table is " + HEADER + ".", "/lines/1");
        }
        var rows = new ArrayList<ListDraftEndpoint.Row>();
        for (int n = 1; n < lines.size(); n++) {
            var line = LINE.matcher(lines.get(n));
            if (lines.get(n).length() > LONGEST || !line.matches()) {
                throw Problem.badRequest(
                        "TABLE_MALFORMED", "A line is a stratum, a position from 1, an arm.", "/lines/" + (n + 1));
            }
            rows.add(row(line));
        }
        return rows;
    }

    private static String text(byte[] table) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(table))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw Problem.badRequest("TABLE_MALFORMED", "A table is UTF-8 text.");
        }
    }

    private static ListDraftEndpoint.Row row(Matcher line) {
        var stratum = line.group(1) == null ? line.group(2) : line.group(1).replace("\"\"", "\"");
        var arm = line.group(4) == null ? line.group(5) : line.group(4);
        return new ListDraftEndpoint.Row(stratum, Integer.parseInt(line.group(3)), new SecretText(arm.strip()));
    }
}
