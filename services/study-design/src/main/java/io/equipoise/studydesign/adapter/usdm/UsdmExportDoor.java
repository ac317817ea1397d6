package io.equipoise.studydesign.adapter.usdm;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.ForEverybody;
import io.equipoise.platform.web.Problem;
import io.equipoise.studydesign.application.KeptVersions;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where a kept version goes out as USDM 4.0. */
@RestController
class UsdmExportDoor {
    private final KeptVersions versions;

    UsdmExportDoor(KeptVersions versions) {
        this.versions = versions;
    }

    @GetMapping(path = "/api/studies/{study}/versions/{version}/usdm", produces = "application/json")
    @ForEverybody
    Map<String, Object> usdm(@PathVariable String study, @PathVariable String version) {
        return versions.asked(study, version)
                .map(kept -> new UsdmExport(kept.definition(), kept.version()).file())
                .orElseThrow(() -> new Problem(Refusal.unknown(
                        "VERSION_UNKNOWN",
                        "There is no version " + version + " of a study " + study
                                + " here; versions are numbered from 1, and the last is 'newest'.")));
    }
}
