package io.equipoise.enrolment.application;

import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.enrolment.domain.SetSiteRules;
import io.equipoise.enrolment.domain.SiteRule;
import io.equipoise.enrolment.domain.SiteRules;
import io.equipoise.enrolment.domain.Study;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.Journal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Studies as each site asks its people in them: the definition's rules, with the site's own where it has any. */
public final class SiteRuling implements Studies {
    private final Studies told;
    private final EligibilityRules rules;
    private final Journal<EnrolmentEvent> journal;
    private final CommandHandler<SiteRules, SetSiteRules, EnrolmentEvent> sites;

    public SiteRuling(Studies told, EligibilityRules rules, Journal<EnrolmentEvent> journal) {
        this.told = told;
        this.rules = rules;
        this.journal = journal;
        this.sites = new CommandHandler<>(journal, SiteRules.DECIDER);
    }

    /** What a site is to ask, since when and why. */
    public record Ruling(List<SiteRule> rules, LocalDate on, String reason) {
        public Ruling {
            rules = List.copyOf(rules);
        }
    }

    public Outcome<EnrolmentEvent> set(String study, String site, Ruling ruling, Attribution by) {
        return told.find(study, site)
                .map(known -> sites.handle(
                        stream(study, site),
                        new SetSiteRules(
                                known,
                                site,
                                ruling.rules(),
                                ruling.on(),
                                ruling.reason(),
                                problems(ruling.rules(), known.protocol()),
                                People.today(known, site, by)),
                        People.happened(by, known, site, ruling.on()).withReason(ruling.reason())))
                .orElseGet(() -> new Outcome.Refused<>(People.unknownStudy(study)));
    }

    /** Every set that the site had, the newest last. */
    public List<Commit<EnrolmentEvent>> history(String study, String site) {
        return journal.read(stream(study, site));
    }

    private Map<String, String> problems(List<SiteRule> own, Protocol protocol) {
        var all = new HashMap<>(rules.problems(SiteRules.applied(own, protocol)));
        all.keySet().retainAll(own.stream().map(SiteRule::rule).toList());
        return all;
    }

    private static String stream(String study, String site) {
        return "site-rules/" + study + "/" + site;
    }

    @Override
    public Optional<Study> find(String study) {
        return told.find(study);
    }

    @Override
    public Optional<Study> find(String study, String site) {
        return told.find(study, site).map(known -> {
            var own = sites.state(stream(study, site)).newest();
            return own == null ? known : known.asking(own);
        });
    }

    @Override
    public Optional<Protocol> protocol(String study, int version) {
        return told.protocol(study, version);
    }

    @Override
    public List<String> all() {
        return told.all();
    }
}
