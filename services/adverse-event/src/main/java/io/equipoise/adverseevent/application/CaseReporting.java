package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.CaseCommand;
import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.icsr.Batch;
import io.equipoise.adverseevent.domain.icsr.BatchHeader;
import io.equipoise.adverseevent.domain.icsr.CaseReport;
import io.equipoise.adverseevent.domain.icsr.E2bTime;
import io.equipoise.adverseevent.domain.icsr.Expedited;
import io.equipoise.adverseevent.domain.icsr.Finding;
import io.equipoise.adverseevent.domain.icsr.Icsr;
import io.equipoise.adverseevent.domain.icsr.Material;
import io.equipoise.adverseevent.domain.icsr.Material.Recorded;
import io.equipoise.adverseevent.domain.icsr.Profile;
import io.equipoise.adverseevent.domain.icsr.RuleBook;
import io.equipoise.adverseevent.domain.icsr.Sending;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.journal.Attribution;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Use cases of a safety officer: see a case as the report that an authority would get, and what it would object to. */
public final class CaseReporting {
    /** As the profile of clocks is called. */
    static final String FDA = "FDA-IND";

    private final CommandHandler<SafetyCase, CaseCommand, SafetyFact> cases;
    private final ReportSources sources;
    private final House house;
    private final RuleBook rules;

    public CaseReporting(
            CommandHandler<SafetyCase, CaseCommand, SafetyFact> cases,
            ReportSources sources,
            House house,
            RuleBook rules) {
        this.cases = cases;
        this.sources = sources;
        this.house = house;
        this.rules = rules;
    }

    /**
     * Reports of cases as one batch.
     *
     * @param findings of every case by its id; a case whose report nobody objects to has none
     */
    public record Answer(Batch batch, Map<String, List<Finding>> findings) {
        public boolean rejected() {
            return findings.values().stream().flatMap(List::stream).anyMatch(Finding::rejected);
        }

        /** Every objection in one line, with the case that it is about. */
        public List<String> objections() {
            var said = new ArrayList<String>();
            findings.forEach((caseId, found) -> found.stream()
                    .filter(Finding::rejected)
                    .forEach(finding -> said.add(caseId + ": " + finding.said())));
            return said;
        }
    }

    /** Empty where no such case was ever opened. */
    public Optional<CaseOpened> opened(String caseId) {
        return state(caseId).opened();
    }

    public SafetyCase state(String caseId) {
        return cases.state(SafetyCase.stream(caseId));
    }

    /** The reports of these cases, all of them opened and blinded, with all that stands in the way of sending them. */
    public Answer report(List<CaseOpened> opened, Profile profile, Instant now) {
        return answer(opened, profile, now, each -> material(each, now));
    }

    /** The same for one case, with what the subject got if its code was broken; the look is recorded. */
    public Answer unblinded(CaseOpened opened, Profile profile, Attribution by) {
        return answer(
                List.of(opened),
                profile,
                by.recordedAt(),
                each -> material(each, by.recordedAt()).with(given(each.caseId(), by)));
    }

    /** What the subject of a case got; recorded as a look where it is known. */
    Optional<String> given(String caseId, Attribution by) {
        return sources.given(
                state(caseId).events().stream().map(CaseEvent::event).toList(), by);
    }

    private Answer answer(
            List<CaseOpened> opened, Profile profile, Instant now, Function<CaseOpened, Material> material) {
        var reports = new ArrayList<Icsr>();
        opened.forEach(each -> reports.add(CaseReport.of(material.apply(each), each, profile, now)));
        var sentAt = E2bTime.of(now.atOffset(ZoneOffset.UTC));
        var number = "EQ-" + sentAt.substring(0, E2bTime.SECOND) + "-"
                + opened.getFirst().caseId();
        var batch = new Batch(
                BatchHeader.of(number, sources.sender(), profile, sources.receiver(), sentAt), List.copyOf(reports));
        var findings = new HashMap<String, List<Finding>>();
        for (int i = 0; i < opened.size(); i++) {
            var sending = new Sending(profile, first(opened.get(i).caseId(), profile), now);
            findings.put(opened.get(i).caseId(), rules.findings(batch.whole().get(i), sending));
        }
        return new Answer(batch, Map.copyOf(findings));
    }

    /** What a report of the case is made of, blinded. */
    public Material material(CaseOpened opened, Instant now) {
        var state = state(opened.caseId());
        var recorded = new HashMap<String, Recorded>();
        state.events().forEach(event -> recorded.put(event.event(), sources.recorded(event)));
        var known = house.known(opened.subject(), now);
        return new Material(
                state,
                sources.sender(),
                sources.study(opened.subject().study()),
                recorded,
                known.doses(),
                known.zone() == null ? ZoneOffset.UTC : known.zone(),
                Optional.empty());
    }

    /** Whether the case is to be reported within days, and by which paragraph. */
    public Expedited expedited(CaseOpened opened, Profile profile, Instant now) {
        return Expedited.of(material(opened, now), profile);
    }

    private boolean first(String caseId, Profile profile) {
        var state = state(caseId);
        return profile != Profile.FDA_IND || state.submissionsTo(FDA).stream().allMatch(state::rejected);
    }
}
