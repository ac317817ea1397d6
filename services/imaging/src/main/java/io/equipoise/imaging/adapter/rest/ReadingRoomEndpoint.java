package io.equipoise.imaging.adapter.rest;

import io.equipoise.imaging.application.JudgingScans;
import io.equipoise.imaging.application.JudgingScans.Reading;
import io.equipoise.imaging.application.Worklist;
import io.equipoise.imaging.domain.Contrast;
import io.equipoise.imaging.domain.LesionCounts;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Role;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The reading room: scans by number alone, in the order of their random numbers. No answer here tells subject, site, time
 * point, date of acquisition or arm.
 */
@RestController
final class ReadingRoomEndpoint {
    private final Worklist worklist;
    private final JudgingScans judging;

    ReadingRoomEndpoint(Worklist worklist, JudgingScans judging) {
        this.worklist = worklist;
        this.judging = judging;
    }

    /** What waits to be read. */
    record Waiting(List<Worklist.Item> scans) {}

    /** Whether the images can be read, and what was found. */
    record QualityCheck(Boolean passed, List<String> findings, LocalDate on) {}

    /** A quality check as it was recorded. */
    record QualityChecked(String scan, boolean passed, List<String> findings, LocalDate on) {}

    /** A read; null where something was not assessable, not compared or not reported. */
    record Read(
            LocalDate readOn,
            Boolean evaluable,
            Contrast contrast,
            @Nullable Integer gadoliniumEnhancing,
            @Nullable Integer newT2,
            @Nullable Integer enlargingT2,
            @Nullable Integer totalT2,
            @Nullable String comment) {}

    /** That a read was recorded. */
    record ReadRecorded(String scan, LocalDate readOn, boolean evaluable) {}

    @GetMapping("/api/scans/worklist")
    @Allowed(Role.IMAGING_READER)
    Waiting worklist() {
        return new Waiting(worklist.items());
    }

    @PostMapping("/api/scans/{scan}/quality-checks")
    @Allowed({Role.MONITOR, Role.IMAGING_READER, Role.OPERATIONS})
    ResponseEntity<Object> checkQuality(@PathVariable String scan, @RequestBody QualityCheck body, Attribution by) {
        return Answers.created(
                judging.checkQuality(scan, body.passed(), body.findings(), body.on(), by),
                commit -> new QualityChecked(scan, body.passed(), body.findings(), body.on()));
    }

    @PostMapping("/api/scans/{scan}/reads")
    @Allowed(Role.IMAGING_READER)
    ResponseEntity<Object> read(@PathVariable String scan, @RequestBody Read body, Attribution by) {
        var counts = new LesionCounts(body.gadoliniumEnhancing(), body.newT2(), body.enlargingT2(), body.totalT2());
        return Answers.created(
                judging.read(
                        scan,
                        new Reading(body.readOn(), body.evaluable(), body.contrast(), counts, body.comment()),
                        by),
                commit -> new ReadRecorded(scan, body.readOn(), body.evaluable()));
    }
}
