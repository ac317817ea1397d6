package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Depot.atSite;
import static io.equipoise.randomization.domain.Depot.stocked;
import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.FIRST_INFUSION;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.randomization.domain.SupplyCommand.DestroyKits;
import io.equipoise.randomization.domain.SupplyCommand.ReportKit;
import io.equipoise.randomization.domain.SupplyCommand.SendBack;
import io.equipoise.randomization.domain.SupplyEvent.KitReported;
import io.equipoise.randomization.domain.SupplyEvent.KitsDestroyed;
import io.equipoise.randomization.domain.SupplyEvent.ReturnSent;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentReceived;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisposalSpec extends AllocationSpecification {
    private static final KitReported LOST = new KitReported(STUDY, "K-21", "01", true, "fell down", FIRST_INFUSION);
    private static final KitsDestroyed DESTROYED = new KitsDestroyed(
            STUDY, "01", List.of("K-21", "K-22"), "wit-01", "CERT-7", "past its date", FIRST_INFUSION);

    @Test
    void a_kit_on_the_shelf_is_lost_or_damaged() {
        given(atSite()).when(report("01", "K-21", "fell down")).then(LOST);
        given(atSite()).and(LOST).when(report("01", "K-21", "again")).refused("KIT_NOT_AT_SITE");
        given(atSite()).when(report("02", "K-21", "so")).refused("KIT_NOT_AT_SITE");
        given(atSite()).when(report("01", "K-99", "so")).refused("KIT_NOT_AT_SITE");
        given(atSite()).when(report("01", "K-21", " ")).refused("REASON_MISSING");
        given(atSite())
                .when(new ReportKit(
                        STUDY, "01", "K-21", true, "so", NOW.toldAt().plusSeconds(999), NOW))
                .refused("IN_THE_FUTURE");
    }

    @Test
    void a_kit_that_somebody_has_is_neither_reported_nor_sent_back_nor_destroyed() {
        var out = given(atSite()).and(dispensed(ANNA, "K-21", 1));
        out.when(report("01", "K-21", "so")).refused("KIT_NOT_AT_SITE");
        out.when(back("01", "K-21")).refused("KIT_NOT_AT_SITE");
        out.when(destroy("01", "wit-01", "CERT-7", "so", "K-21")).refused("KIT_NOT_THERE");
    }

    @Test
    void kits_go_back_to_the_depot_and_are_counted_there() {
        var sent = new ReturnSent(STUDY, "S-0002", "D1", "01", List.of("K-21", "K-22"), FIRST_INFUSION);
        given(atSite()).when(back("01", "K-22", "K-21")).then(sent);
        var arrived = new ShipmentReceived(
                STUDY, "S-0002", "01", List.of("K-21"), List.of(), List.of("K-22"), FIRST_INFUSION.plusSeconds(9));
        var kits = Allocation.DECIDER
                .replay(Allocation.DECIDER.replay(atSite()), List.of(sent, arrived))
                .stock()
                .kits();
        assertThat(kits.get("K-21").state()).isEqualTo("BACK_AT_DEPOT");
        assertThat(kits.get("K-22").state()).isEqualTo("LOST");
        given(atSite())
                .and(sent, arrived)
                .when(destroy("D1", "wit-01", "CERT-7", "past its date", "K-21"))
                .accepted();
    }

    @Test
    void what_goes_back_stands_at_the_site_and_is_named_once() {
        given(stocked()).when(back("01", "K-21")).refused("KIT_NOT_AT_SITE");
        given(atSite()).when(back("01")).refused("KIT_NOT_AT_SITE");
        given(atSite()).when(back("01", "K-21", "K-21")).refused("KIT_NAMED_TWICE");
        given(atSite())
                .when(new SendBack(STUDY, "01", "D9", List.of("K-21"), FIRST_INFUSION, NOW))
                .refused("DEPOT_UNKNOWN");
        given(atSite())
                .when(new SendBack(
                        STUDY, "01", "D1", List.of("K-21"), NOW.toldAt().plusSeconds(999), NOW))
                .refused("IN_THE_FUTURE");
    }

    @Test
    void kits_are_destroyed_before_a_witness_with_a_certificate() {
        given(atSite())
                .when(destroy("01", "wit-01", "CERT-7", "past its date", "K-22", "K-21"))
                .then(DESTROYED);
    }

    @Test
    void a_destruction_says_who_saw_it_which_certificate_and_why() {
        given(atSite()).when(destroy("01", " ", "CERT-7", "so", "K-21")).refused("WITNESS_MISSING");
        given(atSite()).when(destroy("01", "pha-01", "CERT-7", "so", "K-21")).refused("WITNESS_MISSING");
        given(atSite()).when(destroy("01", "wit-01", " ", "so", "K-21")).refused("CERTIFICATE_MISSING");
        given(atSite()).when(destroy("01", "wit-01", "CERT-7", " ", "K-21")).refused("REASON_MISSING");
    }

    @Test
    void kits_are_destroyed_where_they_stand_and_once() {
        assertThat(given(atSite())
                        .when(destroy("D1", "wit-01", "CERT-7", "so", "K-21"))
                        .refused("KIT_NOT_THERE")
                        .pointers())
                .containsExactly("/kits/0");
        given(atSite()).when(destroy("01", "wit-01", "CERT-7", "so")).refused("KIT_NOT_THERE");
        given(atSite())
                .and(DESTROYED)
                .when(destroy("01", "wit-01", "CERT-7", "so", "K-21"))
                .refused("KIT_NOT_THERE");
        given(atSite())
                .when(destroy("01", "wit-01", "CERT-7", "so", "K-21", "K-21"))
                .refused("KIT_NAMED_TWICE");
        given(stocked()).when(destroy("D1", "wit-01", "CERT-7", "so", "K-21")).accepted();
    }

    @Test
    void no_kit_is_destroyed_tomorrow() {
        given(atSite())
                .when(new DestroyKits(
                        STUDY,
                        "01",
                        List.of("K-21"),
                        "wit-01",
                        "CERT-7",
                        "so",
                        "pha-01",
                        NOW.toldAt().plusSeconds(999),
                        NOW))
                .refused("IN_THE_FUTURE");
    }

    private static ReportKit report(String site, String kit, String reason) {
        return new ReportKit(STUDY, site, kit, true, reason, FIRST_INFUSION, NOW);
    }

    private static SendBack back(String site, String... kits) {
        return new SendBack(STUDY, site, "D1", List.of(kits), FIRST_INFUSION, NOW);
    }

    private static DestroyKits destroy(
            String place, String witness, String certificate, String reason, String... kits) {
        return new DestroyKits(
                STUDY, place, List.of(kits), witness, certificate, reason, "pha-01", FIRST_INFUSION, NOW);
    }
}
