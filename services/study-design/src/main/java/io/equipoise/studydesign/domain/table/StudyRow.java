package io.equipoise.studydesign.domain.table;

import io.equipoise.studydesign.domain.table.Finding.Kind;
import io.equipoise.studydesign.domain.table.Table.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way to a definition. Every cell is read by the words of its own column: a cell that belongs to another
 * column is nobody's word there and waits for a person, it is never shifted.
 */
record StudyRow(Row row, Terms terms, List<Finding> findings) {
    private static final Pattern STUDY = Pattern.compile("[A-Z0-9]{1,24}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
    private static final Pattern MONTH =
            Pattern.compile("(?<month>[A-Z][a-z]+) (?:(?<day>[0-9]{1,2}), )?(?<year>[0-9]{4})");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final String NOT_AVAILABLE = "NA";

    /**
     * How the table is to be read.
     *
     * @param asOf the day of which the table is a picture
     */
    record Terms(DoseCell.Decimal decimal, @Nullable String asOf) {}

    static StudyRow of(Row row, Terms terms) {
        return new StudyRow(row, terms, new ArrayList<>());
    }

    /** The printed identifier in the form that a study's name has; empty where it cannot be one. */
    Optional<String> study() {
        return row.cell(Column.STUDY)
                .map(printed -> Spelling.plain(printed).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""))
                .filter(name -> STUDY.matcher(name).matches());
    }

    Map<String, Object> definition(String study) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("study", study);
        row.cell(Column.STUDY)
                .filter(printed -> !printed.equals(study))
                .ifPresent(printed -> tree.put("aliases", List.of(printed)));
        tree.put("title", title(study));
        if (!row.whole()) {
            findings.add(new Finding(
                    Kind.QUARANTINED,
                    row.number(),
                    Column.STUDY,
                    row.printed(),
                    "the row has more or fewer cells than there are titles: none is taken"));
            return tree;
        }
        tree.put("phase", word(Column.PHASE, Vocabulary.PHASES));
        tree.put(
                "funders",
                value(Column.FUNDER, plain -> Vocabulary.FUNDERS.meaning(plain).map(all -> List.of(all.split(", ")))));
        tree.put("status", status());
        tree.put("startDate", value(Column.START, StudyRow::day));
        tree.put(
                "countries",
                value(
                        Column.LOCATION,
                        plain -> Vocabulary.COUNTRIES.meaning(plain).map(List::of)));
        tree.put("conditions", value(Column.CONDITION, plain -> Optional.of(List.of(plain))));
        tree.put("products", List.of(product()));
        tree.put("design", Map.of("target", value(Column.ENROLMENT, StudyRow::count)));
        tree.put("eligibility", eligibility());
        dosing().ifPresent(dosing -> tree.put("dosing", dosing));
        return tree;
    }

    private String title(String study) {
        var words = Stream.of(Column.PRODUCT, Column.CONDITION)
                .flatMap(column -> printed(column).stream())
                .map(Spelling::plain)
                .toList();
        return words.isEmpty() ? study : String.join(": ", words);
    }

    private Map<String, Object> status() {
        var status = word(Column.STATUS, Vocabulary.STATUSES);
        if (terms.asOf() != null && status.containsKey("value")) {
            status.put("asOf", terms.asOf());
        }
        return status;
    }

    private Map<String, Object> product() {
        var product = new LinkedHashMap<String, Object>();
        missing(Column.PRODUCT);
        missing(Column.PRECONDITIONING);
        product.put("product", "PRODUCT");
        product.put("title", printed(Column.PRODUCT).orElse("not stated"));
        product.put("match", word(Column.MATCH, Vocabulary.MATCHES));
        if (row.cells().containsKey(Column.PASSAGE)) {
            product.put("passage", value(Column.PASSAGE, StudyRow::count));
        }
        printed(Column.PRECONDITIONING).ifPresent(text -> product.put("cargo", open("stated", text, text)));
        return product;
    }

    private Map<String, Object> eligibility() {
        var eligibility = new LinkedHashMap<String, Object>();
        eligibility.put("sex", word(Column.SEX, Vocabulary.SEXES));
        eligibility.put("noRulesConfirmed", open("unknown", null, "the table has no column of rules"));
        var age = printed(Column.AGE).map(AgeCell::new);
        if (age.isPresent() && !age.get().readable()) {
            quarantine(Column.AGE, "no bound of age is found in it");
        }
        age.flatMap(AgeCell::rule).ifPresent(rule -> {
            eligibility.put("facts", List.of(AgeCell.FACT));
            eligibility.put("rules", List.of(rule));
        });
        if (age.isEmpty()) {
            missing(Column.AGE);
        }
        return eligibility;
    }

    /** Nobody is given anything where the route says that it happens outside of people. */
    private Optional<Map<String, Object>> dosing() {
        var route = word(Column.ROUTE, Vocabulary.ROUTES);
        if ("EX_VIVO".equals(route.get("value"))) {
            return Optional.empty();
        }
        var course = new LinkedHashMap<String, Object>();
        course.put("course", "COURSE");
        course.put("title", "As printed");
        course.put("product", "PRODUCT");
        course.put("route", route);
        course.put("amount", amount());
        course.put("schedule", open("unknown", null, printed(Column.DOSE).orElse(null)));
        return Optional.of(Map.of("courses", List.of(course)));
    }

    private Map<String, Object> amount() {
        var printed = printed(Column.DOSE);
        if (printed.isEmpty()) {
            missing(Column.DOSE);
            return open("unknown", null, null);
        }
        return switch (new DoseCell(printed.get(), terms.decimal()).read()) {
            case DoseCell.Reading.Amount(var value) -> open("stated", value, printed.get());
            case DoseCell.Reading.Held(var why) -> {
                quarantine(Column.DOSE, why);
                yield open("unknown", null, printed.get());
            }
        };
    }

    private Map<String, Object> word(Column column, Vocabulary words) {
        return value(column, words::meaning);
    }

    /** Stated where the column's words have it, unknown where it is NA or missing, unknown and held where it is another's. */
    private Map<String, Object> value(Column column, Function<String, ? extends Optional<?>> meaning) {
        var printed = printed(column);
        if (printed.isEmpty()) {
            missing(column);
            return open("unknown", null, row.cell(column).orElse(null));
        }
        var value = meaning.apply(Spelling.plain(printed.get()));
        if (value.isEmpty()) {
            quarantine(column, "no word of this column");
            return open("unknown", null, printed.get());
        }
        return open("stated", value.get(), printed.get());
    }

    /** NA says that there is nothing to say; it is not the phase Not Applicable. */
    private Optional<String> printed(Column column) {
        return row.cell(column).filter(text -> !text.equals(NOT_AVAILABLE));
    }

    private void missing(Column column) {
        if (row.cells().containsKey(column) && row.cell(column).isEmpty()) {
            findings.add(new Finding(Kind.MISSING, row.number(), column, null, "the cell is empty"));
        }
    }

    private void quarantine(Column column, String why) {
        findings.add(
                new Finding(Kind.QUARANTINED, row.number(), column, row.cells().get(column), why));
    }

    private static Map<String, Object> open(String basis, @Nullable Object value, @Nullable String text) {
        var open = new LinkedHashMap<String, Object>();
        open.put("basis", basis);
        if (value != null) {
            open.put("value", value);
        }
        if (text != null) {
            open.put("text", text);
        }
        return open;
    }

    private static Optional<Integer> count(String plain) {
        return plain.matches("[1-9][0-9]{0,5}") ? Optional.of(Integer.valueOf(plain)) : Optional.empty();
    }

    private static Optional<String> day(String plain) {
        if (DAY.matcher(plain).matches()) {
            return Optional.of(plain);
        }
        var found = MONTH.matcher(plain);
        int month = found.matches() ? MONTHS.indexOf(found.group("month").toLowerCase(Locale.ROOT)) + 1 : 0;
        return month == 0
                ? Optional.empty()
                : Optional.of("%s-%02d".formatted(found.group("year"), month)
                        + (found.group("day") == null ? "" : "-%02d".formatted(Integer.parseInt(found.group("day")))));
    }
}
