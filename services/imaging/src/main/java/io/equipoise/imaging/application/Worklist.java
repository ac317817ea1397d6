package io.equipoise.imaging.application;

import io.equipoise.imaging.domain.Contrast;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a reader, with nothing by which a reader could tell who, where, when in the trial, or in which order:
 * scan numbers are random and the list is in their order.
 */
public final class Worklist {
    private final Scans scans;

    public Worklist(Scans scans) {
        this.scans = scans;
    }

    /**
     * One scan to read.
     *
     * @param prior an earlier scan of the same brain, by its number only
     */
    public record Item(
            String scan,
            String modality,
            @Nullable String bodyPart,
            Contrast contrast,
            @Nullable String prior) {}

    public List<Item> items() {
        return scans.waiting().stream()
                .map(this::item)
                .sorted(Comparator.comparing(Item::scan))
                .toList();
    }

    private Item item(ScanView scan) {
        var prior = scans.of(scan.subject()).stream()
                .filter(other -> other.quality() != null && other.quality().passed())
                .filter(other ->
                        other.images().acquiredOn().isBefore(scan.images().acquiredOn()))
                .max(Comparator.comparing(other -> other.images().acquiredOn()))
                .map(ScanView::scan)
                .orElse(null);
        return new Item(
                scan.scan(),
                scan.images().modality(),
                scan.images().bodyPart(),
                scan.images().contrast(),
                prior);
    }
}
