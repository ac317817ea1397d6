package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.icsr.Material.Recorded;
import io.equipoise.adverseevent.domain.icsr.Sender;
import io.equipoise.adverseevent.domain.icsr.StudyFile;
import io.equipoise.platform.journal.Attribution;
import java.util.List;
import java.util.Optional;

/** What reports need that other parts of this room, or its settings, know. */
public interface ReportSources {

    Sender sender();

    StudyFile study(String study);

    /** How receivers other than FDA are called in a batch (N.1.4). */
    String receiver();

    /** What stands beside an event's account: everybody's judgement, its term in MedDRA, what the site told more. */
    Recorded recorded(CaseEvent event);

    /**
     * What the subject got, where the code was broken for one of these events; empty as long as all of them are blinded.
     * Every asking that finds something is recorded as a look of this person (CTR Annex III 2.5).
     */
    Optional<String> given(List<String> events, Attribution by);
}
