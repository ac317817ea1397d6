package io.equipoise.local.twins;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What two runs would say alike: numbers that only chance made, places in journals that many write to, and instants of the run
 * itself are written as what they are. Everything else stays byte for byte.
 */
record Plain(Instant from, Instant to) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration EDGE = Duration.ofMinutes(2);
    private static final Duration LATER = Duration.ofHours(1);
    private static final Pattern INSTANT =
            Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
    /** As pages write it at a site: {@code 2026-11-23 22:05 +01:00}. */
    private static final Pattern WRITTEN =
            Pattern.compile("\\b(20\\d\\d-\\d\\d-\\d\\d) (\\d\\d:\\d\\d) ([+-]\\d\\d:\\d\\d)");

    private static final Pattern STAMP = Pattern.compile("\\b20\\d{6}T\\d{6}Z");
    private static final DateTimeFormatter CALENDAR =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);
    /** What a link of a mail says, and its signature by a key of the run. */
    private static final Pattern LINK = Pattern.compile("/acknowledge/([A-Za-z0-9_-]+)\\.[0-9a-f]{64}\\b");

    private static final Map<Pattern, String> CHANCE = chance();

    private static Map<Pattern, String> chance() {
        var all = new LinkedHashMap<Pattern, String>();
        all.put(Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "<uuid>");
        all.put(Pattern.compile("\\bAE-[0-9A-Z]{8}\\b"), "<event>");
        all.put(Pattern.compile("\\bEQ-\\d{14}-SC-[0-9A-Z]{8}"), "<batch>");
        all.put(Pattern.compile("\\bSC-?[0-9A-Z]{6,10}\\b"), "<scan>");
        all.put(Pattern.compile("\"(position|next|number|lane|sequence)\":\\s?\\d+"), "\"$1\":<place>");
        all.put(Pattern.compile("\"delayMillis\":\\d+"), "\"delayMillis\":<time>");
        all.put(Pattern.compile("\"heard\":\\d+"), "\"heard\":<count>");
        all.put(Pattern.compile("cluster_id=\"[0-9a-f]+\""), "cluster_id=<chance>");
        all.put(Pattern.compile("ServiceView@[0-9a-f#]+"), "ServiceView@<chance>");
        all.put(Pattern.compile("\\b2\\.25\\.\\d+"), "<uid>");
        return all;
    }

    String of(String text) {
        var plain = LINK.matcher(text).replaceAll(Plain::link);
        plain = INSTANT.matcher(plain).replaceAll(this::instant);
        plain = STAMP.matcher(plain).replaceAll(this::stamp);
        plain = WRITTEN.matcher(plain).replaceAll(this::written);
        for (var chance : CHANCE.entrySet()) {
            plain = chance.getKey().matcher(plain).replaceAll(chance.getValue());
        }
        return plain;
    }

    /** JSON by the names of its fields; a list that stands in an order that only chance made, by its content. */
    String body(String text) {
        try {
            return of(
                    text.startsWith("{") || text.startsWith("[")
                            ? sorted(JSON.readTree(text)).toString()
                            : text);
        } catch (JacksonException noJson) {
            return of(text);
        }
    }

    private JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            var fields = JSON.createObjectNode();
            node.propertyNames().stream().sorted().forEach(name -> fields.set(name, sorted(node.path(name))));
            return fields;
        }
        if (!node.isArray()) {
            return node;
        }
        var items = node.valueStream().map(this::sorted);
        var list = JSON.createArrayNode();
        (node.path(0).has("event") || node.path(0).has("scan")
                        ? items.sorted(Comparator.comparing(item -> of(item.toString())))
                        : items)
                .forEach(list::add);
        return list;
    }

    /** Read, as whoever gets the mail can read it; the last of it is until when it holds. */
    private static String link(MatchResult found) {
        var said = new String(Base64.getUrlDecoder().decode(found.group(1)), StandardCharsets.UTF_8);
        return Matcher.quoteReplacement(
                "/acknowledge/" + said.replaceFirst("\\n\\d+$", "\n<until>").replace("\n", "|") + ".<signature>");
    }

    private String instant(MatchResult found) {
        return spoken(found.group(), OffsetDateTime.parse(found.group()).toInstant());
    }

    private String written(MatchResult found) {
        var at = OffsetDateTime.parse(found.group(1) + "T" + found.group(2) + found.group(3));
        return spoken(found.group(), at.toInstant());
    }

    private String stamp(MatchResult found) {
        return spoken(found.group(), CALENDAR.parse(found.group(), Instant::from));
    }

    private String spoken(String written, Instant at) {
        return at.isBefore(from.minus(EDGE)) || at.isAfter(to.plus(LATER)) ? written : "<now>";
    }
}
