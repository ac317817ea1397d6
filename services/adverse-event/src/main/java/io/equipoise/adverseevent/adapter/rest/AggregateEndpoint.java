package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.StudySafety;
import io.equipoise.adverseevent.application.StudySafety.Picture;
import io.equipoise.adverseevent.domain.aggregate.Aggregate;
import io.equipoise.adverseevent.domain.aggregate.Happening;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the aggregate page shows, for programs: counted as JSON, and an event a line as CSV. Blinded, without free text. */
@RestController
class AggregateEndpoint {
    private static final String COLUMNS = "event,subject,site,grade,serious,criteria,onset,end,days_since_last_dose,"
            + "packaging_lot,relation,outcome,system_organ_class";

    private final StudySafety safety;

    AggregateEndpoint(StudySafety safety) {
        this.safety = safety;
    }

    record GradeShown(int grade, List<String> serious, List<String> notSerious) {}

    record DaysShown(String daysSinceLastDose, List<String> events) {}

    record LotShown(@Nullable String packagingLot, int doses, int people, List<String> events) {}

    record OrganShown(@Nullable String systemOrganClass, List<String> serious, List<String> notSerious) {}

    record Shown(
            String study,
            int events,
            int people,
            List<GradeShown> grades,
            List<DaysShown> days,
            List<LotShown> lots,
            List<OrganShown> organClasses,
            List<Aggregate.Row> subjects) {}

    @GetMapping("/api/safety/studies/{study}/aggregate")
    @Allowed(SAFETY_OFFICER)
    Shown aggregate(@PathVariable String study, Caller caller) {
        var all = safety.of(study, caller::sees).aggregate();
        return new Shown(
                study,
                all.events().size(),
                all.people(),
                all.grades().stream()
                        .map(one -> new GradeShown(one.grade(), ids(one.serious()), ids(one.others())))
                        .toList(),
                all.days().stream()
                        .map(one -> new DaysShown(one.bin().label(), ids(one.events())))
                        .toList(),
                all.lots().stream()
                        .map(one -> new LotShown(one.lot().orElse(null), one.doses(), one.people(), ids(one.events())))
                        .toList(),
                all.organs().stream()
                        .map(one -> new OrganShown(one.name().orElse(null), ids(one.serious()), ids(one.others())))
                        .toList(),
                all.rows());
    }

    @GetMapping("/api/safety/studies/{study}/aggregate.csv")
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<String> lines(@PathVariable String study, Caller caller) {
        var picture = safety.of(study, caller::sees);
        var lines = Stream.concat(
                Stream.of(COLUMNS), picture.aggregate().events().stream().map(event -> line(event, picture)));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"adverse-events.csv\"")
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(lines.collect(Collectors.joining("\r\n", "", "\r\n")));
    }

    private static String line(Happening event, Picture picture) {
        return Stream.of(
                        event.event(),
                        event.subject(),
                        event.site(),
                        event.grade(),
                        event.serious(),
                        String.join(" ", event.criteria()),
                        event.onset(),
                        event.end(),
                        StudySafety.sinceDose(event, picture),
                        event.lot(),
                        event.relation(),
                        event.outcome(),
                        event.organClass())
                .map(AggregateEndpoint::cell)
                .collect(Collectors.joining(","));
    }

    /** Always quoted; a spreadsheet must not take a cell for a formula. */
    private static String cell(@Nullable Object value) {
        var text = Objects.toString(value, "");
        var safe = text.matches("[=+\\-@].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static List<String> ids(List<Happening> events) {
        return events.stream().map(Happening::event).toList();
    }
}
