package io.equipoise.adverseevent.domain.icsr;

import java.util.List;

/**
 * Reports that are sent together (E2B(R3) N.1).
 *
 * @param header the elements N.1.1 to N.1.5
 */
public record Batch(Icsr header, List<Icsr> reports) {
    public Batch {
        reports = List.copyOf(reports);
    }

    /** The report together with what the batch says around it: rules look at both. */
    public List<Icsr> whole() {
        return reports.stream()
                .map(report -> report.changed().putAll(header.values()).build())
                .toList();
    }
}
