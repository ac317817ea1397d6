package io.equipoise.imaging.adapter.kafka;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.domain.ExpectationEvent.ScanMissing;
import io.equipoise.imaging.domain.ImagingEvent;
import io.equipoise.imaging.domain.ScanEvent.ScanDeidentified;
import io.equipoise.imaging.domain.ScanEvent.ScanQualityChecked;
import io.equipoise.imaging.domain.ScanEvent.ScanRead;
import io.equipoise.imaging.domain.ScanEvent.ScanReceived;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.relay.Message;
import io.equipoise.platform.relay.PublishedLanguage;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The topic imaging: that scans came, passed, were read, or are missing. What was counted stays at home. */
public final class ImagingLanguage implements PublishedLanguage<ImagingEvent> {
    public static final String TOPIC = "imaging";

    private record Received(
            String subject,
            String study,
            String site,
            String scan,
            String timePoint,
            LocalDate acquiredOn,
            String modality,
            int instances,
            String studyInstanceUid) {}

    private record QualityChecked(
            String subject,
            String study,
            String site,
            String scan,
            String timePoint,
            boolean passed,
            List<String> findings) {}

    private record Read(
            String subject,
            String study,
            String site,
            String scan,
            String timePoint,
            LocalDate readOn,
            boolean evaluable) {}

    private record Missing(String subject, String study, String site, String timePoint, LocalDate latest) {}

    @Override
    public List<String> topics(String stream) {
        return List.of(TOPIC);
    }

    @Override
    public List<Message> tell(Commit<ImagingEvent> commit) {
        return commit.facts().stream().flatMap(ImagingLanguage::message).toList();
    }

    private static Stream<Message> message(ImagingEvent fact) {
        return switch (fact) {
            case ScanReceived came -> Stream.of(new Message(TOPIC, "ScanReceived.v1", received(came)));
            case ScanDeidentified _ -> Stream.empty();
            case ScanQualityChecked seen -> Stream.of(new Message(TOPIC, "ScanQualityChecked.v1", checked(seen)));
            case ScanRead counted -> Stream.of(new Message(TOPIC, "ScanRead.v1", read(counted)));
            case ScanMissing(var subject, var timePoint, var latest) ->
                Stream.of(new Message(
                        TOPIC,
                        "ScanMissing.v1",
                        new Missing(subject.toString(), subject.study(), subject.site(), timePoint, latest)));
        };
    }

    private static Received received(ScanReceived came) {
        SubjectId subject = came.subject();
        return new Received(
                subject.toString(),
                subject.study(),
                subject.site(),
                came.scan(),
                came.timePoint(),
                came.images().acquiredOn(),
                came.images().modality(),
                came.images().instances().size(),
                PublicUid.of(came.scan()));
    }

    private static QualityChecked checked(ScanQualityChecked seen) {
        SubjectId subject = seen.subject();
        return new QualityChecked(
                subject.toString(),
                subject.study(),
                subject.site(),
                seen.scan(),
                seen.timePoint(),
                seen.passed(),
                seen.findings());
    }

    private static Read read(ScanRead counted) {
        SubjectId subject = counted.subject();
        return new Read(
                subject.toString(),
                subject.study(),
                subject.site(),
                counted.scan(),
                counted.timePoint(),
                counted.readOn(),
                counted.evaluable());
    }
}
