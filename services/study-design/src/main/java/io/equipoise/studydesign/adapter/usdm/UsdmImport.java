package io.equipoise.studydesign.adapter.usdm;

import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.Form;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A USDM file as a definition of the language: what it prints, what was read out of it, and what is left over. */
record UsdmImport(Map<String, Object> definition, List<Unmapped> unmapped) {
    private static final String BY = "import of USDM";
    private static final JsonMapper JSON = new JsonMapper();

    /** @throws Unusable where the file is broken or says two things at once */
    static UsdmImport of(byte[] body, LocalDate on, Form form) {
        var file = UsdmFile.read(body);
        var basis = new Basis(BY, on);
        var read = definition(file, basis);
        var definition = Carried.in(file, form)
                .map(carried -> carried.under(asSent(carried.definition(), basis), read))
                .orElse(read);
        return new UsdmImport(definition, Leftovers.of(file));
    }

    /** What would be read of a definition if it went out and came in unchanged. */
    private static Map<String, Object> asSent(Map<String, Object> definition, Basis basis) {
        var sent = new UsdmExport(new Definition(definition), 1).file();
        return definition(UsdmFile.read(JSON.writeValueAsBytes(sent)), basis);
    }

    private static Map<String, Object> definition(UsdmFile file, Basis basis) {
        var study = file.study();
        var version = only(study.things("versions"), study, "versions");
        var design = only(version.things("studyDesigns"), version, "studyDesigns");
        Chains.check(design);
        var definition = new LinkedHashMap<String, Object>();
        var courses = Courses.of(version, design);
        new IdentityRead(basis).into(definition, study, version, design);
        new DesignRead(basis, courses).into(definition, version, design);
        new VisitsRead(basis).into(definition, design);
        new CriteriaRead(basis).into(definition, version, design);
        new CoursesRead(basis, courses).into(definition, design);
        return definition;
    }

    private static Thing only(List<Thing> list, Thing owner, String attribute) {
        if (list.size() != 1) {
            throw Unusable.malformed(
                    "One is expected, there are " + list.size() + ": send each in a file of its own.",
                    owner.pointer() + "/" + attribute);
        }
        return list.getFirst();
    }
}
