package io.equipoise.imaging.adapter.dicom;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Data sets as the DICOM JSON model writes them (PS3.18 annex F); what was left in the file is left out, as QIDO does. */
public final class DicomJson {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    private static final int LONGEST_NUMBER = 32;
    private static final Pattern COMPONENTS = Pattern.compile("=");
    private static final List<String> GROUPS = List.of("Alphabetic", "Ideographic", "Phonetic");

    private DicomJson() {}

    public static Map<String, Object> of(DataSet data) {
        var json = new LinkedHashMap<String, Object>();
        for (var element : data.elements().values()) {
            if (element.tag().element() != 0 && !isLeft(element.value())) {
                json.put(element.tag().json(), attribute(element));
            }
        }
        return json;
    }

    private static boolean isLeft(Value value) {
        return value instanceof Value.Left || value instanceof Value.Fragments;
    }

    private static Map<String, Object> attribute(Element element) {
        var attribute = new LinkedHashMap<String, Object>();
        attribute.put("vr", element.vr().name());
        var values = values(element);
        if (!values.isEmpty()) {
            attribute.put("Value", values);
        }
        return attribute;
    }

    private static List<Object> values(Element element) {
        return switch (element.value()) {
            case Value.Texts(var texts) ->
                texts.stream().map(text -> text(element.vr(), text)).toList();
            case Value.Numbers(var numbers) ->
                numbers.stream().map(DicomJson::number).toList();
            case Value.Tags(var tags) -> tags.stream().<Object>map(Tag::json).toList();
            case Value.Items(var items) ->
                items.stream().<Object>map(DicomJson::of).toList();
            case Value.Left _, Value.Fragments _ -> List.of();
        };
    }

    /** An empty value among others is null, so that the others keep their places. */
    private static @Nullable Object text(Vr vr, String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            return null;
        }
        return switch (vr) {
            case PN -> name(text);
            case IS, DS ->
                stripped.length() <= LONGEST_NUMBER && NUMBER.matcher(stripped).matches()
                        ? new BigDecimal(stripped)
                        : stripped;
            default -> text;
        };
    }

    private static Map<String, String> name(String text) {
        var groups = COMPONENTS.split(text, -1);
        var name = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(groups.length, GROUPS.size()); i++) {
            if (!groups[i].isBlank()) {
                name.put(GROUPS.get(i), groups[i]);
            }
        }
        return name;
    }

    /** JSON has no infinity and no not-a-number: they are written as words. */
    private static Object number(Number number) {
        return (number instanceof Double found && !Double.isFinite(found))
                        || (number instanceof Float small && !Float.isFinite(small))
                ? number.toString().replace("Infinity", "inf")
                : number;
    }
}
