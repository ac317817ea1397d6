package io.equipoise.randomization.adapter.page.unblinded;

import io.equipoise.pages.Refused;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.Allocations;
import io.equipoise.randomization.application.KnownStudies;
import io.equipoise.randomization.domain.Allocation;
import io.equipoise.randomization.domain.DrawnList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** The statistician's closed pages: which studies are settled, and how even the arms of one are. */
@Controller
class BalancePages {
    private final Allocations allocations;
    private final KnownStudies studies;
    private final JsonMapper json;

    BalancePages(Allocations allocations, KnownStudies studies, JsonMapper json) {
        this.allocations = allocations;
        this.studies = studies;
        this.json = json;
    }

    /** A study by its name, and in words how its arms are decided. */
    record StudyRow(String study, String design) {}

    @GetMapping(path = "/randomization", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed({Role.STATISTICIAN, Role.DATA_SAFETY_BOARD})
    ModelAndView all(Caller caller) {
        var rows = studies.names().stream()
                .sorted()
                .map(study -> new StudyRow(
                        study, settled(study).map(BalancePages::design).orElse("not settled yet")))
                .toList();
        return new ModelAndView("randomization/studies", Map.of("caller", caller, "studies", rows));
    }

    @GetMapping(path = "/randomization/{study}", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed({Role.STATISTICIAN, Role.DATA_SAFETY_BOARD})
    ModelAndView study(@PathVariable String study, Caller caller) {
        return settled(study)
                .map(allocation -> page(study, allocation, caller))
                .orElseGet(() -> new Refused(
                                "Not settled yet",
                                "How the arms of study " + study
                                        + " are decided is not settled yet, so nobody has one.",
                                "SCHEME_NOT_DECLARED")
                        .page(HttpStatus.NOT_FOUND, caller));
    }

    private ModelAndView page(String study, Allocation allocation, Caller caller) {
        var list = Optional.ofNullable(allocation.list()).orElseThrow();
        var views = allocation.designs().balances(list.shares(), allocation.seats()).entrySet().stream()
                .map(each -> BalanceView.of(each.getKey(), each.getValue(), json))
                .toList();
        return new ModelAndView("randomization/balance", Map.of("caller", caller, "study", study))
                .addObject("design", design(allocation))
                .addObject("isList", allocation.designs().first().isEmpty())
                .addObject("commitment", allocation.designs().committed())
                .addObject("randomizations", views);
    }

    private Optional<Allocation> settled(String study) {
        return Optional.of(allocations.of(study)).filter(allocation -> allocation.list() != null);
    }

    private static String design(Allocation allocation) {
        var list = Optional.ofNullable(allocation.list()).orElseThrow();
        var first = allocation
                .designs()
                .first()
                .map(scheme -> words(scheme.parameters().kind().name()))
                .orElseGet(() -> design(list));
        return allocation
                .designs()
                .second()
                .map(scheme -> first + "; a second time by "
                        + words(scheme.parameters().kind().name()))
                .orElse(first);
    }

    private static String design(DrawnList list) {
        return list.isDrawnHere()
                ? "permuted blocks of " + String.join(" or ", sizes(list)) + " places"
                : "a list that somebody else drew";
    }

    private static Iterable<String> sizes(DrawnList list) {
        return list.blockSizes().stream().map(String::valueOf).toList();
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @ExceptionHandler(Problem.class)
    ModelAndView refused(Problem problem, Caller caller) {
        var refusal = problem.refusal();
        return new Refused("Not for your account", refusal.detail(), refusal.code()).page(problem.status(), caller);
    }
}
