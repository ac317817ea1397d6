package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.SimulationTable;
import io.equipoise.randomization.application.TryingDesigns;
import io.equipoise.randomization.application.TryingDesigns.Answer;
import io.equipoise.randomization.application.TryingDesigns.Line;
import io.equipoise.randomization.domain.design.Figure;
import io.equipoise.randomization.domain.design.Summary;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A study's design tried out on invented people, for the statistician; nothing comes of it but figures. */
@RestController
@RequestMapping("/api/studies/{study}/design-simulations")
class SimulationEndpoint {
    private final TryingDesigns designs;

    SimulationEndpoint(TryingDesigns designs) {
        this.designs = designs;
    }

    record FigureShown(
            Figure.Kind measure,
            @Nullable String factor,
            @Nullable String level,
            double mean,
            double median,
            double percentile95,
            double maximum,
            List<Summary.Bar> bars) {}

    record SimulationShown(
            String study,
            SchemeRequest.DesignName design,
            int people,
            int trials,
            long seed,
            List<FigureShown> figures) {}

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Role.STATISTICIAN)
    SimulationShown simulate(@PathVariable String study, @RequestBody SimulationRequest request) {
        return new SimulationShown(
                study,
                request.design(),
                request.people(),
                request.trials(),
                request.seed(),
                lines(study, request).stream().map(SimulationEndpoint::shown).toList());
    }

    /** The same as a file: a line for each figure and statistic, and for each bar of its histogram. */
    @PostMapping(produces = "text/csv")
    @Allowed(Role.STATISTICIAN)
    ResponseEntity<String> table(@PathVariable String study, @RequestBody SimulationRequest request) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"design-simulation.csv\"")
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(SimulationTable.of(request.design().name(), lines(study, request)));
    }

    private List<Line> lines(String study, SimulationRequest request) {
        return switch (designs.attempt(study, request.wish())) {
            case Answer.Found(var lines) -> lines;
            case Answer.Refused(var why) -> throw new Problem(why);
        };
    }

    private static FigureShown shown(Line line) {
        var summary = line.summary();
        return new FigureShown(
                line.measure(),
                line.factor(),
                line.level(),
                summary.mean(),
                summary.median(),
                summary.percentile95(),
                summary.maximum(),
                summary.bars());
    }
}
