package io.equipoise.imaging.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.domain.ScanPlan;
import java.time.ZoneId;
import java.util.List;

/** What other services told of people, time points and calendars. */
public interface ScanPlans {

    ScanPlan of(SubjectId subject, String timePoint);

    /** The zone in which a site counts its days; UTC where the site is not known. */
    ZoneId zone(String study, String site);

    /** The scans that a calendar expects of a person, by day. */
    List<Expected> expectedOf(SubjectId subject);

    /** The scans that calendars expect of everybody in a study who has not left it. */
    List<Expected> expectedIn(String study);

    /** The studies in which anything is expected. */
    List<String> studies();
}
