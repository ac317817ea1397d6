package io.equipoise.studydesign.adapter.usdm;

import java.util.LinkedHashMap;
import java.util.Map;

/** Named fields in the order in which they are written down, so that the same file always makes the same text. */
final class Fields {
    private Fields() {}

    static Map<String, Object> of(String name, Object value) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(name, value);
        return fields;
    }

    static Map<String, Object> of(String first, Object one, String second, Object two) {
        var fields = of(first, one);
        fields.put(second, two);
        return fields;
    }
}
