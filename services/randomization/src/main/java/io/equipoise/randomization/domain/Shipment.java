package io.equipoise.randomization.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * Kits that came to a site together, every arm among them, so that nothing printed on a box tells what is in it.
 *
 * @param lot the manufacturer's, which is hidden
 * @param packagingLot the packer's, which is shown to everybody
 * @param expiresOn the last day on which a kit may be handed out
 */
public record Shipment(
        String study, String site, ProductLot lot, String packagingLot, List<BoxedKit> kits, LocalDate expiresOn) {

    /** A kit's number, which everybody may see, and what is in it, which few may. */
    public record BoxedKit(String kit, Arm type) {}

    public Shipment {
        kits = List.copyOf(kits);
    }
}
