package io.equipoise.studydesign.adapter.schema;

import io.equipoise.contracts.Contracts;
import io.equipoise.studydesign.domain.Flaw;
import io.equipoise.studydesign.domain.Form;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The form of a definition as the contracts publish it. */
public final class PublishedForm {
    private static final JsonMapper JSON = new JsonMapper();

    private PublishedForm() {}

    public static Form form() {
        return new Form(PublishedForm::flaws);
    }

    private static List<Flaw> flaws(Map<String, Object> definition) {
        return Contracts.definitionProblems(JSON.writeValueAsString(definition)).stream()
                .map(problem -> new Flaw(problem.pointer(), problem.message()))
                .toList();
    }
}
