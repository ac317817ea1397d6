package io.equipoise.studydesign.adapter.rest;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.studydesign.adapter.rest.DefinitionText.Format;
import io.equipoise.studydesign.adapter.rest.DefinitionText.Read;
import io.equipoise.studydesign.adapter.rest.StudyViews.Gaps;
import io.equipoise.studydesign.application.StudyDesign;
import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.StudyCommand;
import io.equipoise.studydesign.domain.StudyCommand.Define;
import io.equipoise.studydesign.domain.StudyCommand.Patch;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where definitions come in: a whole one, or a merge patch (RFC 7396) of the newest. Each makes a new version. */
@RestController
class DefinitionEndpoint {
    private static final String STUDIES = "/api/studies";
    private static final String YAML = "application/yaml";
    private static final String JSON = "application/json";
    private static final String PATCH_YAML = "application/merge-patch+yaml";
    private static final String PATCH_JSON = "application/merge-patch+json";

    private final StudyDesign design;

    DefinitionEndpoint(StudyDesign design) {
        this.design = design;
    }

    @PostMapping(path = STUDIES, consumes = YAML)
    @Allowed({Role.OPERATIONS, Role.ADMINISTRATOR})
    ResponseEntity<Object> defineYaml(@RequestBody byte[] body, Attribution by) {
        return define(tree(Format.YAML, body), by);
    }

    @PostMapping(path = STUDIES, consumes = JSON)
    @Allowed({Role.OPERATIONS, Role.ADMINISTRATOR})
    ResponseEntity<Object> defineJson(@RequestBody byte[] body, Attribution by) {
        return define(tree(Format.JSON, body), by);
    }

    /** A patch that names its study. */
    @PostMapping(path = STUDIES, consumes = PATCH_YAML)
    @Allowed({Role.OPERATIONS, Role.ADMINISTRATOR})
    ResponseEntity<Object> patchNamedYaml(@RequestBody byte[] body, Attribution by) {
        var patch = tree(Format.YAML, body);
        return patch(named(patch), patch, by);
    }

    /** A patch that names its study. */
    @PostMapping(path = STUDIES, consumes = PATCH_JSON)
    @Allowed({Role.OPERATIONS, Role.ADMINISTRATOR})
    ResponseEntity<Object> patchNamedJson(@RequestBody byte[] body, Attribution by) {
        var patch = tree(Format.JSON, body);
        return patch(named(patch), patch, by);
    }

    @PostMapping(path = STUDIES + "/{study}", consumes = PATCH_YAML)
    @Allowed({Role.OPERATIONS, Role.ADMINISTRATOR})
    ResponseEntity<Object> patchYaml(@PathVariable String study, @RequestBody byte[] body, Attribution by) {
        return patch(study, tree(Format.YAML, body), by);
    }

    @PostMapping(path = STUDIES + "/{study}", consumes = PATCH_JSON)
    @Allowed({Role.OPERATIONS, Role.ADMINISTRATOR})
    ResponseEntity<Object> patchJson(@PathVariable String study, @RequestBody byte[] body, Attribution by) {
        return patch(study, tree(Format.JSON, body), by);
    }

    private ResponseEntity<Object> define(Map<String, Object> tree, Attribution by) {
        var named = tree.get("study") instanceof String study ? study : "";
        return answer(new Define(named, tree, by.recordedAt()), by);
    }

    private ResponseEntity<Object> patch(String study, Map<String, Object> patch, Attribution by) {
        return answer(new Patch(study, patch, by.recordedAt()), by);
    }

    private ResponseEntity<Object> answer(StudyCommand command, Attribution by) {
        var outcome = design.handle(command, by);
        return outcome instanceof Outcome.Unchanged<DesignFact>
                ? ResponseEntity.ok(current(command.study()))
                : Answers.created(outcome, commit -> STUDIES + "/" + command.study(), DefinitionEndpoint::kept);
    }

    private Gaps current(String study) {
        var now = design.study(study);
        return Gaps.of(now.definition(), now.version());
    }

    /** From the commit, so that a repeat is answered with the first answer. */
    private static Object kept(Commit<DesignFact> commit) {
        return commit.first(StudyDefined.class)
                .map(told -> Gaps.of(new Definition(told.definition()), told.version()))
                .orElseThrow();
    }

    private static String named(Map<String, Object> patch) {
        if (patch.get("study") instanceof String study) {
            return study;
        }
        throw Problem.badRequest("FIELD_MISSING", "a patch sent here names its study", "/study");
    }

    private static Map<String, Object> tree(Format format, byte[] body) {
        if (body.length > DefinitionText.LIMIT) {
            var detail = "a definition is at most " + DefinitionText.LIMIT + " bytes long";
            throw new Problem(HttpStatus.CONTENT_TOO_LARGE, Refusal.invalid("BODY_TOO_LARGE", detail));
        }
        return switch (new DefinitionText(format, body).read()) {
            case Read.Tree(var tree) -> tree;
            case Read.Unreadable(var reason) -> throw new Problem(HttpStatus.BAD_REQUEST, reason);
        };
    }
}
