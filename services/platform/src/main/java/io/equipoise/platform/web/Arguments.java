package io.equipoise.platform.web;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller method its {@link Caller}, its {@link LoggedIn} and its {@link Attribution}. */
final class Arguments implements HandlerMethodArgumentResolver {
    private final Attributions attributions;

    Arguments(Attributions attributions) {
        this.attributions = attributions;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == Caller.class || type == LoggedIn.class || type == Attribution.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var caller = Callers.current()
                .orElseThrow(() -> new Problem(
                        HttpStatus.UNAUTHORIZED, Refusal.forbidden("TOKEN_MISSING", "send a bearer token")));
        if (parameter.getParameterType() == Caller.class) {
            return caller;
        }
        if (parameter.getParameterType() == LoggedIn.class) {
            return Callers.loggedIn();
        }
        var servlet = request.getNativeRequest(HttpServletRequest.class);
        if (servlet == null) {
            throw new IllegalStateException("no servlet request");
        }
        return attributions.of(servlet, caller);
    }
}
