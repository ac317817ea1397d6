package io.equipoise.studydesign.adapter.usdm;

import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.OpenValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * What USDM has no place for, as extensions of the study version: every value with where it comes from, and every part
 * of the definition that is said nowhere else in the file.
 */
record Extensions(Definition definition, Shapes shapes) {
    static final String OURS = "urn:equipoise:definition:";
    static final String BASIS = OURS + "basis:";
    static final String ONLY_HERE = OURS + "only-here:";
    /** The definition itself, for this house alone to read back. */
    static final String WHOLE = OURS + "whole";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ELSEWHERE = Pattern.compile("/phase|/sponsor|/purpose|/conditions|/outcomes|/visits"
            + "|/assessments|/design/(model|target|masking|allocation)|/eligibility/(sex|healthyVolunteers)"
            + "|/dosing/courses/[0-9]+/(amount|schedule|route)");
    private static final List<String> PLAIN =
            List.of("/record", "/products", "/eligibility/facts", "/questions", "/contradictions", "/design/arms");

    List<Map<String, Object>> all() {
        var all = new ArrayList<Map<String, Object>>();
        all.add(shapes.extension(WHOLE, JSON.writeValueAsString(definition.tree())));
        for (var value : definition.openValues()) {
            all.add(shapes.extension(
                    (said(value) ? BASIS : ONLY_HERE) + value.path(), JSON.writeValueAsString(value.fields())));
        }
        for (var pointer : PLAIN) {
            var plain = definition.at(pointer);
            if (plain != null) {
                all.add(shapes.extension(ONLY_HERE + pointer, JSON.writeValueAsString(plain)));
            }
        }
        return all;
    }

    /** A course may be said in part only: its extension always carries the whole. */
    private static boolean said(OpenValue value) {
        return !value.unknown() && ELSEWHERE.matcher(value.path()).matches();
    }
}
