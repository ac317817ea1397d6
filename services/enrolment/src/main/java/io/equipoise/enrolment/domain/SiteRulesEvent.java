package io.equipoise.enrolment.domain;

import java.time.LocalDate;
import java.util.List;

/** What was decided about a site's own eligibility rules. */
public sealed interface SiteRulesEvent extends EnrolmentEvent {

    /**
     * From now on the site asks these beside, or in place of, the study's; none means that it asks the study's alone. Who
     * said so and when is the commit's; every set stays in the journal.
     *
     * @param version counts the site's sets from 1
     * @param on the day of the decision, such as the ethics committee's
     * @param definitionVersion that was in force at the site then
     */
    record SiteRulesSet(
            String study,
            String site,
            int version,
            LocalDate on,
            int definitionVersion,
            List<SiteRule> rules,
            String reason)
            implements SiteRulesEvent {
        public SiteRulesSet {
            rules = List.copyOf(rules);
        }
    }
}
