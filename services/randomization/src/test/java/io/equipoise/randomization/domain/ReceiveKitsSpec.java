package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Trial.EXOSOMES;
import static io.equipoise.randomization.domain.Trial.EXPIRY;
import static io.equipoise.randomization.domain.Trial.FOUR_KITS;
import static io.equipoise.randomization.domain.Trial.RECEIVED;
import static io.equipoise.randomization.domain.Trial.SALINE;
import static io.equipoise.randomization.domain.Trial.SITE;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static io.equipoise.randomization.domain.Trial.kit;
import static io.equipoise.randomization.domain.Trial.receiving;
import static io.equipoise.randomization.domain.Trial.shipment;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.randomization.domain.Shipment.BoxedKit;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiveKitsSpec extends AllocationSpecification {
    private static final BoxedKit K5 = kit("K-5", SALINE);

    @Test
    void kits_of_every_kind_go_on_the_shelf() {
        given().when(receiving(FOUR_KITS)).then(RECEIVED);
    }

    @Test
    void a_number_is_used_once_in_the_study() {
        assertThat(given(RECEIVED)
                        .when(receiving(shipment(List.of(K5, kit("K-3", EXOSOMES)))))
                        .refused("KIT_NUMBER_TAKEN")
                        .pointers())
                .containsExactly("/kits/1/kit");
    }

    @Test
    void a_number_is_used_once_in_the_shipment() {
        assertThat(given().when(receiving(shipment(List.of(K5, kit("K-5", EXOSOMES)))))
                        .refused("KIT_NUMBER_TAKEN")
                        .pointers())
                .containsExactly("/kits/1/kit");
    }

    @Test
    void a_kind_that_the_study_does_not_have_is_pointed_at_and_not_repeated() {
        var refusal = given().when(receiving(shipment(List.of(K5, kit("K-6", new Arm("CANARY"))))))
                .refused("KIT_TYPE_UNKNOWN");
        assertThat(refusal.pointers()).containsExactly("/kits/1/type");
        assertThat(refusal.toString()).doesNotContain("CANARY");
    }

    @Test
    void a_number_has_a_form() {
        assertThat(given().when(receiving(shipment(List.of(kit("k 5", SALINE), kit("", EXOSOMES)))))
                        .refused("KIT_NUMBER_MALFORMED")
                        .pointers())
                .containsExactly("/kits/0/kit", "/kits/1/kit");
    }

    @Test
    void a_packaging_lot_has_a_form() {
        given().when(receiving(lot("p/1"))).refused("PACKAGING_LOT_MALFORMED");
    }

    @Test
    void a_label_that_names_the_kind_is_refused() {
        given().when(receiving(shipment(List.of(K5, kit("K-EXOSOMES-6", EXOSOMES)))))
                .refused("LABEL_TELLS_KIND");
        given().when(receiving(lot("P-SALINE"))).refused("LABEL_TELLS_KIND");
    }

    @Test
    void a_short_name_of_a_kind_counts_only_as_a_word_of_its_own() {
        var a = new Arm("A");
        var b = new Arm("B");
        var fine = new Shipment(
                STUDY, SITE, new ProductLot("L"), "BAB-1", List.of(kit("KA-1", a), kit("KB-2", b)), EXPIRY);
        given().when(new AllocationCommand.ReceiveKits(fine, List.of(a, b))).accepted();
        var telling = shipment(List.of(kit("1-A", a), kit("2-B", b)));
        given().when(new AllocationCommand.ReceiveKits(telling, List.of(a, b))).refused("LABEL_TELLS_KIND");
    }

    @Test
    void a_shipment_of_one_kind_is_refused_because_its_packaging_lot_would_tell() {
        given().when(receiving(shipment(List.of(K5)))).refused("SHIPMENT_NOT_MIXED");
    }

    @Test
    void a_shipment_is_not_empty_and_not_endless() {
        given().when(receiving(shipment(List.of()))).refused("SHIPMENT_SIZE");
        given().when(receiving(shipment(Collections.nCopies(5_001, K5)))).refused("SHIPMENT_SIZE");
    }

    private static Shipment lot(String packagingLot) {
        return new Shipment(STUDY, SITE, new ProductLot("L"), packagingLot, FOUR_KITS.kits(), EXPIRY);
    }
}
