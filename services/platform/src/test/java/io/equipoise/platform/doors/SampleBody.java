package io.equipoise.platform.doors;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A body whose every field is there and of the right kind, whatever it means. */
final class SampleBody {
    private SampleBody() {}

    static Object of(Class<?> record) {
        var fields = new LinkedHashMap<String, Object>();
        if (!record.isRecord()) {
            return fields;
        }
        for (var component : record.getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                fields.put(component.getName(), value(component));
            }
        }
        return fields;
    }

    private static Object value(RecordComponent component) {
        var name = component.getName();
        return component.getType() == String.class && (name.endsWith("At") || name.equals("onset") || name.equals("at"))
                ? "2025-03-11T10:05:00Z"
                : value(component.getGenericType());
    }

    private static Object value(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return Collection.class.isAssignableFrom(raw)
                    ? new ArrayList<>(List.of(value(generic.getActualTypeArguments()[0])))
                    : Map.of();
        }
        if (!(type instanceof Class<?> plain)) {
            return "x";
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0].toString();
        }
        if (plain.isRecord() && isWrittenAsItsContent(plain)) {
            return value(plain.getRecordComponents()[0]);
        }
        return plain.isRecord() ? of(plain) : simple(plain);
    }

    private static boolean isWrittenAsItsContent(Class<?> record) {
        return Arrays.stream(record.getDeclaredConstructors())
                .anyMatch(constructor -> constructor.isAnnotationPresent(JsonCreator.class));
    }

    private static Object simple(Class<?> plain) {
        if (plain == int.class || plain == Integer.class || plain == long.class || plain == Long.class) {
            return 1;
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return true;
        }
        if (plain == BigDecimal.class) {
            return 1.5;
        }
        if (plain == LocalDate.class) {
            return "2025-03-11";
        }
        return plain == Instant.class ? "2025-03-11T10:05:00Z" : "1";
    }
}
