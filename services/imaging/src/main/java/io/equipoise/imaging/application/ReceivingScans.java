package io.equipoise.imaging.application;

import io.equipoise.imaging.domain.ImagingEvent;
import io.equipoise.imaging.domain.Scan;
import io.equipoise.imaging.domain.ScanCommand;
import io.equipoise.imaging.domain.ScanCommand.ReceiveScan;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.util.Optional;

/**
 * Takes an upload: first asks whether it may be, then keeps the images, then records that they were received. Who is told
 * "received" can have them back.
 */
public final class ReceivingScans {
    private static final String STREAM = "scan/";

    private final CommandHandler<Scan, ScanCommand, ImagingEvent> handler;
    private final ScanPlans plans;
    private final ScanNumbers numbers;
    private final PixelStore pixels;
    private final CivilDays days;

    public ReceivingScans(
            CommandHandler<Scan, ScanCommand, ImagingEvent> handler,
            ScanPlans plans,
            ScanNumbers numbers,
            PixelStore pixels,
            CivilDays days) {
        this.handler = handler;
        this.plans = plans;
        this.numbers = numbers;
        this.pixels = pixels;
        this.days = days;
    }

    /** What became of an upload. */
    public sealed interface Result {

        /** The images are kept and the scan has this number, now or from before. */
        record Received(String scan) implements Result {}

        /** Nothing was kept and nothing recorded. */
        record Refused(Refusal reason) implements Result {}
    }

    public Result receive(Upload upload, Attribution by) {
        var contradiction = upload.contradiction();
        if (contradiction.isPresent()) {
            return new Result.Refused(contradiction.get());
        }
        var study = upload.study();
        var refused = refusal(command(known(upload).orElse(""), upload));
        if (refused.isPresent()) {
            return new Result.Refused(refused.get());
        }
        pixels.keep(upload.images().stream().map(Upload.Image::file).toList());
        var scan = known(upload).orElseGet(() -> numbers.of(study.studyInstanceUid()));
        return switch (handler.handle(STREAM + scan, command(scan, upload), by)) {
            case Outcome.Recorded<ImagingEvent> _, Outcome.Unchanged<ImagingEvent> _ -> new Result.Received(scan);
            case Outcome.Refused<ImagingEvent>(var reason) -> new Result.Refused(reason);
        };
    }

    /** Before images were de-identified, a study went by the scanner's own identifier: who sends it again is told. */
    private Optional<String> known(Upload upload) {
        return numbers.known(upload.study().studyInstanceUid()).or(() -> numbers.known(upload.studyAsSent()));
    }

    private Optional<Refusal> refusal(ReceiveScan command) {
        var state = command.scan().isEmpty() ? Scan.DECIDER.initial() : handler.state(STREAM + command.scan());
        return Scan.DECIDER.decide().apply(state, command) instanceof Decision.Refused<ImagingEvent>(var reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    private ReceiveScan command(String scan, Upload upload) {
        var subject = upload.subject();
        return new ReceiveScan(
                scan,
                subject,
                upload.timePoint(),
                upload.study(),
                upload.deidentification(),
                plans.of(subject, upload.timePoint()),
                days.today(subject.study(), subject.site()));
    }
}
