package io.equipoise.adverseevent.adapter.page;

import io.equipoise.adverseevent.application.StudySafety.Picture;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.aggregate.Aggregate;
import io.equipoise.adverseevent.domain.aggregate.Happening;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The aggregate as a page needs it: what the charts draw as JSON, and for each bar the list that lies behind it. */
record AggregateView(String study, Picture picture, JsonMapper json) {

    /** One line of a list behind a number: where it leads, and codes and days, no free text. */
    record Behind(String href, String subject, String note) {}

    /** A number in a table, with its list. */
    record Cell(String id, String label, List<Behind> rows) {}

    /** A line of a table: what it counts, numbers that have no list, and numbers that have one. */
    record Line(String name, List<String> plain, List<Cell> cells) {}

    public int events() {
        return aggregate().events().size();
    }

    public int people() {
        return aggregate().people();
    }

    public int doses() {
        return picture.doses().size();
    }

    public int serious() {
        return (int) aggregate().events().stream().filter(Happening::serious).count();
    }

    public int unnamed() {
        return aggregate().lots().getLast().events().size();
    }

    public int undosed() {
        return (int)
                aggregate().rows().stream().filter(row -> row.day0() == null).count();
    }

    public List<Line> grades() {
        return aggregate().grades().stream()
                .map(one -> new Line(
                        String.valueOf(one.grade()),
                        List.of(),
                        List.of(
                                cell(
                                        "grade-" + one.grade() + "-serious",
                                        "grade " + one.grade() + ", serious",
                                        one.serious()),
                                cell(
                                        "grade-" + one.grade() + "-other",
                                        "grade " + one.grade() + ", not serious",
                                        one.others()))))
                .toList();
    }

    public List<Line> days() {
        return aggregate().days().stream()
                .map(one -> new Line(
                        one.bin().label(),
                        List.of(),
                        List.of(cell(
                                "days-"
                                        + one.bin()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'),
                                one.bin().label() + " days since the last dose",
                                one.events()))))
                .toList();
    }

    public List<Line> lots() {
        return IntStream.range(0, aggregate().lots().size())
                .mapToObj(at -> lot(at, aggregate().lots().get(at)))
                .toList();
    }

    private Line lot(int at, Aggregate.Lot one) {
        var name = one.lot().orElse("no dose named");
        return new Line(
                name,
                one.lot().isEmpty()
                        ? List.of("", "")
                        : List.of(String.valueOf(one.doses()), String.valueOf(one.people())),
                List.of(cell("lot-" + at, "packaging lot " + name, one.events())));
    }

    public List<Line> organs() {
        return IntStream.range(0, aggregate().organs().size())
                .mapToObj(at -> organ(at, aggregate().organs().get(at)))
                .toList();
    }

    private Line organ(int at, Aggregate.Organ one) {
        var name = one.name().orElse("not coded in a dictionary with classes");
        return new Line(
                name,
                List.of(),
                List.of(
                        cell("organ-" + at + "-serious", name + ", serious", one.serious()),
                        cell("organ-" + at + "-other", name + ", not serious", one.others())));
    }

    public int classed() {
        return (int) aggregate().events().stream()
                .filter(event -> event.organClass() != null)
                .count();
    }

    public List<Line> rows() {
        return IntStream.range(0, aggregate().rows().size())
                .mapToObj(at -> row(at, aggregate().rows().get(at)))
                .toList();
    }

    private Line row(int at, Aggregate.Row row) {
        var own = aggregate().events().stream()
                .filter(event -> event.subject().equals(row.subject()))
                .toList();
        var day0 = row.day0();
        return new Line(
                row.subject(),
                List.of(
                        day0 == null ? "no dose told" : day0.toString(),
                        String.valueOf(row.doses().size())),
                List.of(cell("person-" + at, row.subject(), own)));
    }

    public String gradeChart() {
        var serious = Map.of("name", "Serious", "shade", "--late", "data", bars(grades(), 0));
        var others = Map.of("name", "Not serious", "shade", "--accent", "data", bars(grades(), 1));
        return chart("CTCAE grade", grades(), List.of(serious, others));
    }

    public String daysChart() {
        return chart("days since the last dose", days(), List.of(series("Events", bars(days(), 0))));
    }

    public String lotChart() {
        return chart("packaging lot", lots(), List.of(series("Events", bars(lots(), 0))));
    }

    private static Map<String, Object> series(String name, List<Map<String, Object>> data) {
        return Map.of("name", name, "shade", "--accent", "data", data);
    }

    private String chart(String axis, List<Line> lines, List<Map<String, Object>> series) {
        return json.writeValueAsString(Map.of(
                "axis", axis, "categories", lines.stream().map(Line::name).toList(), "series", series));
    }

    private static List<Map<String, Object>> bars(List<Line> lines, int at) {
        return lines.stream()
                .map(line -> line.cells().get(at))
                .map(cell -> Map.<String, Object>of("value", cell.rows().size(), "opens", cell.id()))
                .toList();
    }

    /** A row a person who was given a dose, on that person's own days. */
    public String swimmer() {
        var drawn =
                aggregate().rows().stream().filter(row -> row.day0() != null).toList();
        var all = aggregate().rows();
        return json.writeValueAsString(Map.of(
                "rows",
                drawn.stream()
                        .map(row -> Map.of(
                                "subject", row.subject(),
                                "opens", "person-" + all.indexOf(row),
                                "doses", row.doses(),
                                "events", row.events()))
                        .toList()));
    }

    private Aggregate aggregate() {
        return picture.aggregate();
    }

    private Cell cell(String id, String label, List<Happening> events) {
        return new Cell(id, label, events.stream().map(this::behind).toList());
    }

    private Behind behind(Happening event) {
        var href = event.serious()
                ? "/safety/alerts/" + Alert.idFor(event.event())
                : "/studies/" + study + "/subjects/" + event.subject();
        var note = Stream.of(
                        "grade " + event.grade(),
                        event.serious() ? "serious: " + words(event.criteria()) : "not serious",
                        "onset " + event.onset(),
                        event.end() == null ? "no end said" : "end " + event.end(),
                        event.subject())
                .collect(Collectors.joining(", "));
        return new Behind(href, event.event(), note);
    }

    private static String words(List<String> criteria) {
        return String.join(" and ", criteria).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
