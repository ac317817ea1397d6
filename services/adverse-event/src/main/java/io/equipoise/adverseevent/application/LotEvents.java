package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.LotEvent;
import io.equipoise.contracts.SubjectId;
import java.util.List;
import java.util.Set;

/** The newest account of every event, by person and by lot; may lag a moment behind the journal. */
public interface LotEvents {

    /** Ids of everything that this person has on record. */
    Set<String> ofPerson(SubjectId subject);

    /** The study's events that are linked to a lot, by event. */
    List<LotEvent> ofStudy(String study);
}
