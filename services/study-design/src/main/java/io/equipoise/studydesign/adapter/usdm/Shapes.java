package io.equipoise.studydesign.adapter.usdm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects as USDM wants them: each with an id, its kind and its extensions; codes of CDISC where it has one. */
final class Shapes {
    static final String CDISC = "http://www.cdisc.org";
    private static final String CDISC_VERSION = "2024-09-27";
    private static final String OWN = "urn:equipoise:definition";

    private final Map<String, Integer> counts = new HashMap<>();

    /** An object of a kind, numbered. */
    Map<String, Object> of(String kind) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", kind + "_" + counts.merge(kind, 1, Integer::sum));
        object.put("extensionAttributes", new ArrayList<>());
        object.put("instanceType", kind);
        return object;
    }

    /** An object that people call something. */
    Map<String, Object> named(String kind, String name, @Nullable String label) {
        var object = of(kind);
        object.put("name", name);
        object.put("label", label);
        object.put("description", null);
        return object;
    }

    /** CDISC's code for a word, or where it has none our own. */
    Map<String, Object> code(Coded coded) {
        var code = of("Code");
        code.put("code", coded.code());
        code.put("codeSystem", coded.cdisc() ? CDISC : OWN);
        code.put("codeSystemVersion", coded.cdisc() ? CDISC_VERSION : "2");
        code.put("decode", coded.decode());
        return code;
    }

    Map<String, Object> alias(Coded coded) {
        var alias = of("AliasCode");
        alias.put("standardCode", code(coded));
        alias.put("standardCodeAliases", List.of());
        return alias;
    }

    Map<String, Object> quantity(BigDecimal value, @Nullable Coded unit) {
        var quantity = of("Quantity");
        quantity.put("value", value);
        quantity.put("unit", unit == null ? null : alias(unit));
        return quantity;
    }

    Map<String, Object> extension(String url, String text) {
        var extension = of("ExtensionAttribute");
        extension.put("url", url);
        extension.put("valueString", text);
        return extension;
    }

    /** Empty lists of these names. */
    static void none(Map<String, Object> object, String... names) {
        for (var name : names) {
            object.put(name, List.of());
        }
    }

    static void nothing(Map<String, Object> object, String... names) {
        for (var name : names) {
            object.put(name, null);
        }
    }

    static String id(Map<String, Object> object) {
        return String.valueOf(object.get("id"));
    }

    /** Ties each of a list to the one before and after it. */
    static void chain(List<Map<String, Object>> list) {
        for (int n = 0; n < list.size(); n++) {
            list.get(n).put("previousId", n == 0 ? null : id(list.get(n - 1)));
            list.get(n).put("nextId", n == list.size() - 1 ? null : id(list.get(n + 1)));
        }
    }
}
