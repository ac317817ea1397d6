package io.equipoise.adverseevent.domain.icsr;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.CaseFact.CaseNarrated;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.CaseFiles;
import io.equipoise.adverseevent.domain.EventDetails;
import io.equipoise.adverseevent.domain.EventOutcome;
import io.equipoise.adverseevent.domain.GivenDose;
import io.equipoise.adverseevent.domain.GivenDose.Volume;
import io.equipoise.adverseevent.domain.ProductAction;
import io.equipoise.adverseevent.domain.ProductAction.Action;
import io.equipoise.adverseevent.domain.ReportableKind;
import io.equipoise.adverseevent.domain.Route;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.Wards;
import io.equipoise.adverseevent.domain.icsr.Material.Recorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a site told of the doses and the events of a case, for specifications. */
public final class Treated {
    static final GivenDose FIRST = new GivenDose(
            1, "K-483920", "P-0001", Wards.INFUSION, Instant.parse("2025-03-11T09:45:00Z"), new Volume("100", "mL"));
    static final GivenDose SECOND = new GivenDose(2, "K-483921", "P-0002", Instant.parse("2025-06-03T08:00:00Z"));
    static final EventDetails NOTHING = new EventDetails(List.of(), null, null, null, null, List.of());

    private Treated() {}

    /** What the site told of each event of Anna's case, beyond its account; the events differ in nothing else. */
    public static Material told(List<GivenDose> doses, EventDetails... details) {
        return told(CaseFiles.AS_ADMITTED.account(), doses, details);
    }

    static Material told(Account account, List<GivenDose> doses, EventDetails... details) {
        var whole = CaseReportSpec.material();
        var recorded = new HashMap<String, Recorded>();
        for (int i = 0; i < details.length; i++) {
            recorded.put(
                    "AE-" + i,
                    new Recorded(
                            CaseReportSpec.BOTH,
                            CaseReportSpec.RECORDED.unexpected(),
                            CaseReportSpec.RECORDED.code(),
                            Optional.of(details[i])));
        }
        var events = Stream.iterate(0, i -> i + 1)
                .limit(details.length)
                .map(i -> new CaseEvent("AE-" + i, 1, account))
                .toList();
        var opened = new CaseOpened(
                CaseFiles.CASE, Wards.ANNA, CaseFiles.NUMBER, CaseFiles.NUMBER, events, List.of(CaseFiles.EU));
        return new Material(
                new SafetyCase(List.of(
                        opened,
                        CaseFiles.INITIAL,
                        new CaseNarrated(CaseFiles.CASE, Wards.ANNA, 1, "After the infusion."))),
                whole.sender(),
                whole.study(),
                recorded,
                doses,
                CaseFiles.BERLIN,
                Optional.empty());
    }

    static Icsr report(Material material) {
        return CaseReport.of(material, CaseFiles.OPENED, Profile.ICH, CaseReportSpec.NOW);
    }

    static EventDetails action(Action action) {
        return actions(new ProductAction("EXOSOMES", action));
    }

    static EventDetails actions(ProductAction... actions) {
        return new EventDetails(List.of(actions), null, null, null, null, List.of());
    }

    static EventDetails kinds(ReportableKind... kinds) {
        return new EventDetails(List.of(), null, null, null, null, List.of(kinds));
    }

    static EventDetails by(@Nullable Route route, @Nullable String component, @Nullable String period) {
        return new EventDetails(List.of(), route, component, period, null, List.of());
    }

    static Account ended(EventOutcome outcome) {
        var told = CaseFiles.AS_ADMITTED.account();
        return new Account(
                told.term(), 3, told.criteria(), told.onset(), told.end(), told.relation(), told.dose(), outcome);
    }
}
