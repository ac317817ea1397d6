package io.equipoise.platform.doors;

import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Role;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One door of a service, as its handler mapping has it.
 *
 * @param allowed the roles that may use it
 * @param type the content type that it takes; JSON where it does not say
 * @param body the type of its JSON body; absent where it has none, or reads it by itself
 * @param readsItself takes bytes
 */
public record Door(
        String method,
        String template,
        Set<Role> allowed,
        String type,
        @Nullable Class<?> body,
        boolean readsItself,
        boolean streams) {
    static final String STUDY = "NCT07146087";
    static final String SUBJECT = STUDY + "-01-0001";

    /** Every door of the house's own; those of the framework have their own manners. */
    public static List<Door> all(ApplicationContext context) {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.equipoise."))
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Door::toString))
                .toList();
    }

    private static Door of(RequestMappingInfo mapping, HandlerMethod handler) {
        var allowed = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allowed.class);
        var roles = EnumSet.noneOf(Role.class);
        if (allowed != null) {
            roles.addAll(Arrays.asList(allowed.value()));
        }
        var type = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(MediaType::toString)
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON_VALUE);
        var body = Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .<Class<?>>map(parameter -> parameter.getParameterType())
                .findFirst()
                .orElse(null);
        return new Door(
                mapping.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .findFirst()
                        .orElse("GET"),
                mapping.getPatternValues().iterator().next(),
                roles,
                type,
                body == byte[].class ? null : body,
                body == byte[].class,
                mapping.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM));
    }

    /** The address with a study, a person and, for the rest, numbers that mean nothing. */
    public String path(String service) {
        return template.replace("{study}", STUDY)
                .replace("{subject}", SUBJECT)
                .replace("{service}", service)
                .replaceAll("\\{[^}]+}", "1");
    }

    boolean isCommand() {
        return !method.equals("GET") && (body != null || readsItself);
    }

    /** For people, not for programs. */
    boolean isPage() {
        return !template.startsWith("/api/") && !template.startsWith("/fhir/");
    }

    /** Answers about, or acts for, one person of one site. */
    boolean isOfOnePerson() {
        return template.startsWith("/api/subjects/{subject}/") || template.equals("/api/subjects/{subject}");
    }

    @Override
    public String toString() {
        return method + " " + template + (isCommand() ? " " + type : "");
    }
}
