package io.equipoise.studydesign.adapter.usdm;

import io.equipoise.studydesign.Definitions;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The CDISC pilot study as CDISC publishes it, whole and in pieces. */
final class Pilot {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final String TEXT = Definitions.resource("/usdm/CDISC_Pilot_Study.json");
    static final JsonNode FILE = new JsonMapper().readTree(TEXT);
    static final JsonNode VERSION = FILE.at("/study/versions/0");
    static final JsonNode DESIGN = VERSION.at("/studyDesigns/0");

    private Pilot() {}

    static UsdmImport imported() {
        return UsdmImport.of(TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8), TODAY, PublishedForm.form());
    }
}
