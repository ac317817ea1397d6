package io.equipoise.imaging.application;

import io.equipoise.imaging.domain.ExpectationCommand;
import io.equipoise.imaging.domain.ExpectationCommand.TellMissing;
import io.equipoise.imaging.domain.Expectations;
import io.equipoise.imaging.domain.ImagingEvent;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.journal.Attribution;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The scans whose last day has passed without anything coming, of people who are still in the study. */
public final class MissingScans {
    private final CommandHandler<Expectations, ExpectationCommand, ImagingEvent> handler;
    private final ScanPlans plans;
    private final Scans scans;
    private final CivilDays days;
    private final Clock clock;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    public MissingScans(
            CommandHandler<Expectations, ExpectationCommand, ImagingEvent> handler,
            ScanPlans plans,
            Scans scans,
            CivilDays days,
            Clock clock) {
        this.handler = handler;
        this.plans = plans;
        this.scans = scans;
        this.days = days;
        this.clock = clock;
    }

    private record Place(String subject, String timePoint) {}

    public List<Expected> in(String study) {
        var came = new HashSet<Place>();
        scans.in(study).forEach(scan -> came.add(new Place(scan.subject().toString(), scan.timePoint())));
        return plans.expectedIn(study).stream()
                .filter(this::isOver)
                .filter(expected -> !came.contains(new Place(expected.subject().toString(), expected.timePoint())))
                .toList();
    }

    /**
     * Tells each missing scan once.
     *
     * @param patience how long a calendar is left alone after it changed, so that what is on its way can arrive
     */
    public void tell(Duration patience) {
        var since = clock.instant().minus(patience);
        for (var study : plans.studies()) {
            in(study).stream()
                    .filter(missing -> !missing.knownSince().isAfter(since))
                    .forEach(this::tell);
        }
    }

    private void tell(Expected missing) {
        var subject = missing.subject();
        var latest = Objects.requireNonNull(missing.window().latest());
        var id = "imaging:missing:" + subject + "/" + missing.timePoint();
        if (told.contains(id)) {
            return;
        }
        var by = new Attribution(id, id, "system:imaging", "system", clock.instant(), null, null, id, null, null);
        handler.handle("expected-scans/" + subject, new TellMissing(subject, missing.timePoint(), latest), by);
        told.add(id);
    }

    private boolean isOver(Expected expected) {
        var subject = expected.subject();
        var latest = expected.window().latest();
        return expected.open() && latest != null && latest.isBefore(days.today(subject.study(), subject.site()));
    }
}
