package io.equipoise.studydesign.adapter.usdm;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says of a value taken over from a file whether the file prints it, or how it was read, or that it is open. */
record Basis(String by, LocalDate on) {

    Map<String, Object> stated(Object value, String text) {
        var open = open("stated", text);
        open.put("value", value);
        return open;
    }

    Map<String, Object> read(Object value, String text, String why) {
        var open = open("read", text);
        open.put("value", value);
        open.put("by", by);
        open.put("on", on.toString());
        open.put("why", why);
        return open;
    }

    Map<String, Object> unknown(String text) {
        return open("unknown", text);
    }

    private static Map<String, Object> open(String basis, String text) {
        var open = new LinkedHashMap<String, Object>();
        open.put("basis", basis);
        open.put("text", text);
        return open;
    }
}
