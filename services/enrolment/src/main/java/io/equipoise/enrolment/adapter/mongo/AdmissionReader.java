package io.equipoise.enrolment.adapter.mongo;

import io.equipoise.enrolment.domain.Admission;
import io.equipoise.enrolment.domain.Admission.Stance;
import io.equipoise.enrolment.domain.Guardianship;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads who may come at all: sex, healthy volunteers, guardians, invitation, and who confirmed that nothing else is asked. */
final class AdmissionReader {
    private AdmissionReader() {}

    static Admission read(JsonNode eligibility) {
        return new Admission(
                stance(eligibility.path("sex"), "ALL", "FEMALE", "MALE"),
                stance(eligibility.path("healthyVolunteers"), "ACCEPTED", "REFUSED", "ONLY"),
                guardian(DefinitionReader.open(eligibility.path("guardian"))),
                DefinitionReader.text(DefinitionReader.open(eligibility.path("invitation")))
                        .equals("REQUIRED"),
                confirmed(eligibility.path("noRulesConfirmed")));
    }

    private static Stance stance(JsonNode node, String... values) {
        if (node.isMissingNode() || node.isNull()) {
            return Stance.SILENT;
        }
        var stated = DefinitionReader.text(DefinitionReader.open(node));
        return Stream.of(values)
                .filter(stated::equals)
                .findFirst()
                .map(Stance::of)
                .orElse(Stance.OPEN);
    }

    private static @Nullable Guardianship guardian(JsonNode node) {
        var below = node.path("below");
        var assent = node.path("assentFrom");
        return below.canConvertToInt() && below.isIntegralNumber()
                ? new Guardianship(
                        below.intValue(),
                        assent.isIntegralNumber() && assent.canConvertToInt() ? assent.intValue() : null)
                : null;
    }

    private static @Nullable String confirmed(JsonNode node) {
        var words = DefinitionReader.text(DefinitionReader.open(node));
        if (words.isBlank()) {
            return null;
        }
        var by = DefinitionReader.text(node.path("by"));
        var on = DefinitionReader.text(node.path("on"));
        return words + (by.isEmpty() ? "" : ", confirmed by " + by) + (on.isEmpty() ? "" : " on " + on);
    }
}
