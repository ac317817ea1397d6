package io.equipoise.randomization.adapter.page.unblinded;

import io.equipoise.pages.Refused;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.TryingDesigns;
import io.equipoise.randomization.application.TryingDesigns.Answer;
import io.equipoise.randomization.application.TryingDesigns.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** The statistician tries one or two designs of a study out beside each other. A form that asks and writes nothing. */
@Controller
class DesignPages {
    private static final Map<String, String> AT_FIRST = Map.of("people", "100", "trials", "1000", "seed", "1");

    private final TryingDesigns designs;
    private final JsonMapper json;

    DesignPages(TryingDesigns designs, JsonMapper json) {
        this.designs = designs;
        this.json = json;
    }

    @GetMapping(path = "/randomization/{study}/designs", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed(Role.STATISTICIAN)
    ModelAndView designs(@PathVariable String study, @RequestParam Map<String, String> asked, Caller caller) {
        var given = new HashMap<>(asked.isEmpty() ? AT_FIRST : asked);
        var sides = List.of(new DesignForm("a", given), new DesignForm("b", given));
        var page = new ModelAndView("randomization/designs", Map.of("caller", caller, "study", study, "given", given))
                .addObject("sides", sides)
                .addObject("fields", DesignForm.FIELDS)
                .addObject("problems", Map.of())
                .addObject("found", Comparison.NOTHING);
        if (asked.isEmpty()) {
            return page;
        }
        var tried = new ArrayList<Comparison.Side>();
        for (var side : sides) {
            if (side.side().equals("a") || !side.isEmpty()) {
                try {
                    tried.add(new Comparison.Side(
                            side.side().toUpperCase(Locale.ROOT), side.text("design"), lines(study, side)));
                } catch (Problem problem) {
                    return refused(page, side, problem);
                }
            }
        }
        return page.addObject("found", Comparison.of(tried, json));
    }

    private List<TryingDesigns.Line> lines(String study, DesignForm side) {
        var wish = new Wish(side.tried(), List.of(), whole(side, "people"), whole(side, "trials"), whole(side, "seed"));
        return switch (designs.attempt(study, wish)) {
            case Answer.Found(var lines) -> lines;
            case Answer.Refused(var why) -> throw new Problem(why);
        };
    }

    private static int whole(DesignForm side, String name) {
        return DesignForm.number(name, side.given().getOrDefault(name, "").strip());
    }

    /** Said at the fields; what no field of the form stands for is said above all. */
    private static ModelAndView refused(ModelAndView page, DesignForm side, Problem problem) {
        var refusal = problem.refusal();
        if (refusal.kind() == Refusal.Kind.UNKNOWN) {
            throw problem;
        }
        var problems = new HashMap<String, String>();
        for (var pointer : refusal.pointers()) {
            var name = pointer.split("/")[1];
            boolean shared = AT_FIRST.containsKey(name);
            boolean drawn =
                    DesignForm.FIELDS.stream().anyMatch(field -> field.name().equals(name));
            problems.put(shared ? name : drawn ? side.side() + "." + name : "all", refusal.detail());
        }
        page.addObject("problems", problems).setStatus(problem.status());
        return page;
    }

    @ExceptionHandler(Problem.class)
    ModelAndView refused(Problem problem, Caller caller) {
        var refusal = problem.refusal();
        HttpStatusCode status = problem.status();
        var title = status.isSameCodeAs(HttpStatus.NOT_FOUND) ? "No such study" : "Not for your account";
        return new Refused(title, refusal.detail(), refusal.code()).page(status, caller);
    }
}
