package io.equipoise.studydesign.adapter.odm;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.ForEverybody;
import io.equipoise.platform.web.Problem;
import io.equipoise.studydesign.application.KeptVersions;
import io.equipoise.studydesign.application.KeptVersions.Kept;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where a kept version goes out as ODM, 2.0 or 1.3.2. */
@RestController
class OdmDoor {
    private final KeptVersions versions;

    OdmDoor(KeptVersions versions) {
        this.versions = versions;
    }

    @GetMapping(path = "/api/studies/{study}/versions/{version}/odm", produces = "application/xml")
    @ForEverybody
    byte[] odm(@PathVariable String study, @PathVariable String version) {
        return new OdmStudy(asked(study, version)).file();
    }

    @GetMapping(path = "/api/studies/{study}/versions/{version}/odm-1.3.2", produces = "application/xml")
    @ForEverybody
    byte[] odm132(@PathVariable String study, @PathVariable String version) {
        return new OdmStudy132(asked(study, version)).file();
    }

    private Kept asked(String study, String version) {
        return versions.asked(study, version)
                .orElseThrow(() -> new Problem(Refusal.unknown(
                        "VERSION_UNKNOWN",
                        "There is no version " + version + " of a study " + study
                                + " here; versions are numbered from 1, and the last is 'newest'.")));
    }
}
