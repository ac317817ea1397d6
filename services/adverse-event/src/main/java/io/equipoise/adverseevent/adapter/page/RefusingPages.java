package io.equipoise.adverseevent.adapter.page;

import io.equipoise.pages.Refused;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** At a page a refusal is a page. */
interface RefusingPages {
    @ExceptionHandler(Problem.class)
    default ModelAndView refused(Problem problem, Caller caller) {
        var refusal = problem.refusal();
        return new Refused("Not for your account", refusal.detail(), refusal.code()).page(problem.status(), caller);
    }
}
