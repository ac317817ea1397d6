package io.equipoise.platform.web;

import io.equipoise.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Shuts every door of ours that the caller's roles are not allowed through. */
final class AllowedInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod door)
                || !door.getBeanType().getName().startsWith("io.equipoise.")) {
            return true;
        }
        var allowed = door.getMethodAnnotation(Allowed.class);
        var roles = allowed == null ? new Role[0] : allowed.value();
        var mine = Callers.current();
        if (mine.isEmpty() || Arrays.stream(roles).noneMatch(role -> mine.get().is(role))) {
            var names = Arrays.stream(roles).map(Role::claim).sorted().collect(Collectors.joining(", "));
            throw new Problem(Refusal.forbidden("ROLE_NOT_ALLOWED", "this door is for: " + names));
        }
        return true;
    }
}
