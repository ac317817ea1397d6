package io.equipoise.adverseevent.application;

import java.util.List;
import java.util.Optional;

/** Which cases there are; may lag a moment behind the journal. */
public interface CaseIndex {

    /** A case by its ids. */
    record Line(String caseId, String study, String site, String subject, String safetyReportId, String state) {}

    /** By id. */
    List<Line> all();

    /** All cases of one person, by id. */
    List<Line> ofSubject(String subject);

    /** Every case of a study, by its number. */
    List<String> casesOf(String study);

    /** The case that goes by this number (ICH E2B(R3) C.1.1). */
    Optional<String> caseOf(String safetyReportId);
}
