package io.equipoise.ehr.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.ehr.application.AskedFacts.Asked;
import io.equipoise.ehr.domain.EhrCommand;
import io.equipoise.ehr.domain.EhrFact;
import io.equipoise.ehr.domain.EhrLink;
import io.equipoise.ehr.domain.Forget;
import io.equipoise.ehr.domain.Receive;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.util.Map;
import java.util.Optional;

/** Takes in what a site's record tells, of subjects that are known and still take part. */
public final class EhrIntegration {
    private final CommandHandler<EhrLink, EhrCommand, EhrFact> links;
    private final KnownSubjects subjects;
    private final AskedFacts asked;

    public EhrIntegration(
            CommandHandler<EhrLink, EhrCommand, EhrFact> links, KnownSubjects subjects, AskedFacts asked) {
        this.links = links;
        this.subjects = subjects;
        this.asked = asked;
    }

    /** Why nothing may be taken in of this subject; empty where it may. */
    public Optional<Refusal> obstacle(SubjectId subject) {
        var known = subjects.find(subject);
        if (known.isEmpty()) {
            return Optional.of(Refusal.unknown(
                    "SUBJECT_UNKNOWN", "No subject " + subject + " was registered, as far as is known here."));
        }
        var left = known.get().left();
        return left == null
                ? Optional.empty()
                : Optional.of(
                        Refusal.conflict("SUBJECT_LEFT", "Nothing more is taken in of " + subject + ": " + left + "."));
    }

    public Optional<Map<String, Asked>> asked(String study) {
        return asked.of(study);
    }

    public Outcome<EhrFact> receive(Receive command, Attribution by) {
        return links.handle(stream(command.subject()), command, by);
    }

    /** Records it; the key is destroyed as soon as the record is read back, even if that is after a crash. */
    public Outcome<EhrFact> forget(Forget command, Attribution by) {
        return links.handle(stream(command.subject()), command, by.withReason(command.reason()));
    }

    private static String stream(SubjectId subject) {
        return "ehr-link/" + subject;
    }
}
