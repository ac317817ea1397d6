package io.equipoise.platform.web;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** A request's record is complete: every component not marked nullable is there, however deep; else 400 names them. */
@RestControllerAdvice
final class RequiredFields extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage input,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        var missing = missing(body);
        if (!missing.isEmpty()) {
            throw Problem.badRequest(
                    "FIELD_MISSING", "the request lacks " + String.join(", ", missing), missing.toArray(String[]::new));
        }
        return body;
    }

    static List<String> missing(Object body) {
        var missing = new ArrayList<String>();
        collect(body, "", missing);
        return missing;
    }

    private static void collect(Object value, String path, List<String> missing) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                look(list.get(i), path + "/" + i, false, missing);
            }
        } else if (value instanceof Record record) {
            for (var component : record.getClass().getRecordComponents()) {
                try {
                    var accessor = component.getAccessor();
                    accessor.setAccessible(true);
                    look(
                            accessor.invoke(record),
                            path + "/" + component.getName(),
                            mayLack(component.getAnnotatedType()),
                            missing);
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static void look(@Nullable Object value, String path, boolean mayLack, List<String> missing) {
        if (value != null) {
            collect(value, path, missing);
        } else if (!mayLack) {
            missing.add(path);
        }
    }

    private static boolean mayLack(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
