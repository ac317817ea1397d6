package io.equipoise.enrolment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * That a site is to have these rules of its own.
 *
 * @param study with the definition in force at the site, before any rules of the site
 * @param problems of the rules that cannot be asked, by name, and why
 */
public record SetSiteRules(
        Study study,
        String site,
        List<SiteRule> rules,
        LocalDate on,
        String reason,
        Map<String, String> problems,
        LocalDate today) {
    public SetSiteRules {
        rules = List.copyOf(rules);
        problems = Map.copyOf(problems);
    }
}
