package io.equipoise.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells one fact after the other and counts each stream's versions. */
final class Teller {
    static final String STUDY = "NCT07146087";
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final List<Told> tale = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();

    List<Told> tale() {
        return tale;
    }

    static String subject(int number) {
        return "%s-%s-%04d".formatted(STUDY, site(number), number);
    }

    static String site(int number) {
        return number % 3 == 0 ? "02" : "01";
    }

    static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 5)).atZone(BERLIN).toInstant();
    }

    static Map<String, Object> with(int number, Object... fields) {
        var data = new LinkedHashMap<String, Object>();
        data.put("subject", subject(number));
        data.put("study", STUDY);
        data.put("site", site(number));
        for (int i = 0; i < fields.length; i += 2) {
            var value = fields[i + 1];
            data.put(
                    (String) fields[i],
                    value instanceof LocalDate || value instanceof Instant ? value.toString() : value);
        }
        return data;
    }

    void tell(String topic, String service, String stream, String type, Map<String, Object> data) {
        tale.add(new Told(topic, service, stream, versions.merge(stream, 1L, Long::sum), type, data));
    }
}
