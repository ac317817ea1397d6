package io.equipoise.studydesign.adapter.odm;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.ForEverybody;
import io.equipoise.platform.web.Problem;
import io.equipoise.studydesign.application.KeptVersions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where a kept version goes out as ODM 2.0. */
@RestController
class OdmDoor {
    private final KeptVersions versions;

    OdmDoor(KeptVersions versions) {
        this.versions = versions;
    }

    @GetMapping(path = "/api/studies/{study}/versions/{version}/odm", produces = "application/xml")
    @ForEverybody
    byte[] odm(@PathVariable String study, @PathVariable String version) {
        return versions.asked(study, version)
                .map(kept -> new OdmStudy(kept).file())
                .orElseThrow(() -> new Problem(Refusal.unknown(
                        "VERSION_UNKNOWN",
                        "There is no version " + version + " of a study " + study
                                + " here; versions are numbered from 1, and the last is 'newest'.")));
    }
}
