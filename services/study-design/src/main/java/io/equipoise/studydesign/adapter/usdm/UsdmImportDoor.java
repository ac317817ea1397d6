package io.equipoise.studydesign.adapter.usdm;

import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.studydesign.application.StudyDesign;
import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.Form;
import io.equipoise.studydesign.domain.Gap;
import io.equipoise.studydesign.domain.Need;
import io.equipoise.studydesign.domain.StudyCommand.Define;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a study comes in as USDM 4.0. It is kept as any other definition, and what it left over is answered. */
@RestController
class UsdmImportDoor {
    private final StudyDesign design;
    private final Form form;

    UsdmImportDoor(StudyDesign design, Form form) {
        this.design = design;
        this.form = form;
    }

    /** What was kept, what is unknown of it, and what of the file no definition holds. */
    record Taken(String study, int version, List<Gap> gaps, List<Unmapped> unmapped) {}

    @PostMapping(path = "/api/studies/import/usdm", consumes = "application/json")
    @Allowed({Role.OPERATIONS, Role.ADMINISTRATOR})
    ResponseEntity<Object> take(@RequestBody byte[] body, Attribution by) {
        var taken = read(body, LocalDate.ofInstant(by.recordedAt(), ZoneOffset.UTC));
        var definition = new Definition(taken.definition());
        var outcome = design.handle(new Define(definition.study(), taken.definition(), by.recordedAt()), by);
        if (outcome instanceof Outcome.Unchanged<DesignFact>) {
            var now = design.study(definition.study());
            return ResponseEntity.ok(taken(now.definition(), now.version(), taken));
        }
        return Answers.created(
                outcome,
                commit -> "/api/studies/" + definition.study(),
                commit -> commit.first(StudyDefined.class)
                        .map(told -> taken(new Definition(told.definition()), told.version(), taken))
                        .orElseThrow());
    }

    private static Taken taken(Definition kept, int version, UsdmImport taken) {
        return new Taken(kept.study(), version, Need.gaps(kept), taken.unmapped());
    }

    private UsdmImport read(byte[] body, LocalDate on) {
        try {
            return UsdmImport.of(body, on, form);
        } catch (Unusable unusable) {
            var refusal = unusable.refusal();
            throw refusal.code().equals("USDM_UNREADABLE")
                    ? new Problem(HttpStatus.BAD_REQUEST, refusal)
                    : new Problem(refusal);
        }
    }
}
