package io.equipoise.studydesign.adapter.rest;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.studydesign.application.StudyDesign;
import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.Need;
import io.equipoise.studydesign.domain.StudyCommand.Import;
import io.equipoise.studydesign.domain.table.DoseCell.Decimal;
import io.equipoise.studydesign.domain.table.Finding;
import io.equipoise.studydesign.domain.table.Table;
import io.equipoise.studydesign.domain.table.Table.Cut;
import io.equipoise.studydesign.domain.table.TableImport;
import io.equipoise.studydesign.domain.table.TableImport.ReadRow;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a printed table of studies comes in. It answers what was read and keeps nothing unless it is asked to. */
@RestController
class ImportEndpoint {
    private final StudyDesign design;

    ImportEndpoint(StudyDesign design) {
        this.design = design;
    }

    /**
     * What was read.
     *
     * @param merged rows of a study that an earlier row has
     */
    record Report(int rows, long studies, long merged, List<Line> lines) {}

    /**
     * One row.
     *
     * @param kept what became of it; null where nothing was to be kept
     * @param gaps null where the row was merged or names no study
     */
    record Line(
            int row,
            @Nullable String study,
            @Nullable Integer mergedInto,
            List<Finding> findings,
            @Nullable Integer gaps,
            @Nullable String kept,
            @Nullable Map<String, Object> definition) {}

    @PostMapping(path = "/api/studies/import", consumes = "text/csv")
    @Allowed({Role.OPERATIONS, Role.ADMINISTRATOR})
    Report read(
            @RequestBody byte[] body,
            @RequestParam(defaultValue = "false") boolean keep,
            @RequestParam @Nullable String decimal,
            @RequestParam @Nullable LocalDate asOf,
            Attribution by) {
        var read = TableImport.of(table(body), decimal(decimal), asOf == null ? null : asOf.toString());
        return new Report(
                read.rows().size(),
                read.studies(),
                read.merged(),
                read.rows().stream().map(row -> line(row, keep, by)).toList());
    }

    private Line line(ReadRow row, boolean keep, Attribution by) {
        var definition = row.definition();
        return definition == null
                ? new Line(row.row(), row.study(), row.mergedInto(), row.findings(), null, null, null)
                : new Line(
                        row.row(),
                        row.study(),
                        null,
                        row.findings(),
                        Need.gaps(definition).size(),
                        keep ? kept(definition, by) : null,
                        definition.tree());
    }

    private String kept(Definition definition, Attribution by) {
        var command = new Import(definition.study(), definition.tree(), by.recordedAt());
        return switch (design.handle(command, by.withSuffix(definition.study()))) {
            case Outcome.Recorded<DesignFact> recorded -> "KEPT";
            case Outcome.Unchanged<DesignFact> unchanged -> "UNCHANGED";
            case Outcome.Refused<DesignFact>(var reason) -> reason.code();
        };
    }

    private static Decimal decimal(@Nullable String said) {
        return switch (said == null ? "" : said.toLowerCase(Locale.ROOT)) {
            case "" -> Decimal.UNDECLARED;
            case "point" -> Decimal.POINT;
            case "comma" -> Decimal.COMMA;
            default -> throw Problem.badRequest("FIELD_MALFORMED", "decimal is point or comma", "decimal");
        };
    }

    private static Table table(byte[] body) {
        if (body.length > DefinitionText.LIMIT) {
            throw new Problem(HttpStatus.CONTENT_TOO_LARGE, unreadable("The table is longer than a megabyte."));
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return switch (Table.cut(text.replace("\r\n", "\n"))) {
                case Cut.Rows(var table) -> table;
                case Cut.Unreadable(var reason) -> throw new Problem(HttpStatus.BAD_REQUEST, reason);
            };
        } catch (CharacterCodingException broken) {
            throw new Problem(HttpStatus.BAD_REQUEST, unreadable("The body is not UTF-8."));
        }
    }

    private static Refusal unreadable(String why) {
        return Refusal.invalid("TABLE_UNREADABLE", why, "");
    }
}
