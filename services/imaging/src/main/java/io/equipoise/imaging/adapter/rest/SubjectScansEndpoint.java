package io.equipoise.imaging.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.application.Expected;
import io.equipoise.imaging.application.MissingScans;
import io.equipoise.imaging.application.ScanPlans;
import io.equipoise.imaging.application.ScanView;
import io.equipoise.imaging.application.Scans;
import io.equipoise.imaging.domain.Window;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What came and what is missing, for those who may know whose it is. Not for readers. */
@RestController
final class SubjectScansEndpoint {
    private final Scans scans;
    private final ScanPlans plans;
    private final MissingScans missing;

    SubjectScansEndpoint(Scans scans, ScanPlans plans, MissingScans missing) {
        this.scans = scans;
        this.plans = plans;
        this.missing = missing;
    }

    /** A person's scans: those that came, and those that the calendar expects. */
    record SubjectScans(String subject, List<Came> scans, List<Awaited> expected) {}

    /** A scan that came. */
    record Came(
            String scan,
            String timePoint,
            ScanView.Images images,
            Instant receivedAt,
            List<String> queries,
            WindowNow window,
            ScanView.@Nullable Quality quality,
            ScanView.@Nullable Read read) {}

    /** How the day of acquisition stands to the calendar as it is today. */
    enum WindowNow {
        IN_WINDOW,
        OUT_OF_WINDOW,
        NOT_KNOWN
    }

    /** A scan that the calendar expects. */
    record Awaited(
            String timePoint,
            String title,
            @Nullable LocalDate planned,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            boolean open) {}

    /** The scans of a study whose last day has passed. */
    record StudyMissing(String study, List<Missing> missing) {}

    /** One of them. */
    record Missing(
            String subject,
            String site,
            String timePoint,
            String title,
            @Nullable LocalDate latest) {}

    @GetMapping("/api/subjects/{subject}/scans")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.MONITOR, Role.OPERATIONS})
    SubjectScans ofSubject(@PathVariable String subject, Caller caller) {
        var id = SubjectId.parse(subject).orElseThrow(SubjectScansEndpoint::unknown);
        caller.mustEnter(id.site());
        var expected = plans.expectedOf(id);
        return new SubjectScans(
                subject,
                scans.of(id).stream().map(scan -> came(scan, expected)).toList(),
                expected.stream().map(SubjectScansEndpoint::awaited).toList());
    }

    @GetMapping("/api/studies/{study}/missing-scans")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.MONITOR, Role.OPERATIONS})
    StudyMissing inStudy(@PathVariable String study, Caller caller) {
        return new StudyMissing(
                study,
                missing.in(study).stream()
                        .filter(expected -> caller.sees(expected.subject().site()))
                        .map(expected -> new Missing(
                                expected.subject().toString(),
                                expected.subject().site(),
                                expected.timePoint(),
                                expected.title(),
                                expected.window().latest()))
                        .toList());
    }

    private static Problem unknown() {
        return new Problem(Refusal.unknown("SUBJECT_UNKNOWN", "nobody of this number is in the study"));
    }

    private static Came came(ScanView scan, List<Expected> expected) {
        var window = expected.stream()
                .filter(entry -> entry.timePoint().equals(scan.timePoint()))
                .map(Expected::window)
                .findFirst();
        return new Came(
                scan.scan(),
                scan.timePoint(),
                scan.images(),
                scan.receivedAt(),
                scan.queries().stream().map(Enum::name).toList(),
                window.map(known -> now(known, scan.images().acquiredOn())).orElse(WindowNow.NOT_KNOWN),
                scan.quality(),
                scan.read());
    }

    private static WindowNow now(Window window, LocalDate acquiredOn) {
        if (window.excludes(acquiredOn)) {
            return WindowNow.OUT_OF_WINDOW;
        }
        return window.bothEndsKnown() ? WindowNow.IN_WINDOW : WindowNow.NOT_KNOWN;
    }

    private static Awaited awaited(Expected expected) {
        return new Awaited(
                expected.timePoint(),
                expected.title(),
                expected.planned(),
                expected.window().earliest(),
                expected.window().latest(),
                expected.open());
    }
}
