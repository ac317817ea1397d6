package io.equipoise.adverseevent.adapter.e2b;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.CaseFiles;
import io.equipoise.adverseevent.domain.EventDetails;
import io.equipoise.adverseevent.domain.GivenDose;
import io.equipoise.adverseevent.domain.ProductAction;
import io.equipoise.adverseevent.domain.ReportableKind;
import io.equipoise.adverseevent.domain.Route;
import io.equipoise.adverseevent.domain.icsr.Batch;
import io.equipoise.adverseevent.domain.icsr.BatchHeader;
import io.equipoise.adverseevent.domain.icsr.CaseReport;
import io.equipoise.adverseevent.domain.icsr.Material;
import io.equipoise.adverseevent.domain.icsr.Place;
import io.equipoise.adverseevent.domain.icsr.Profile;
import io.equipoise.adverseevent.domain.icsr.Treated;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A report of our own as a file, with everything that a site can tell of a dose and of what was done with the product. */
class WrittenReportTest {
    private static final E2bFiles FILES = new E2bFiles();

    @Test
    void what_a_site_told_of_the_product_is_the_same_after_it_was_written_and_read_again() {
        var dose = new GivenDose(
                1,
                "K-483920",
                "P-0001",
                Instant.parse("2025-03-11T09:00:00Z"),
                Instant.parse("2025-03-11T09:45:00Z"),
                new GivenDose.Volume("100", "mL"));
        var details = new EventDetails(
                List.of(new ProductAction("EXOSOMES", ProductAction.Action.WITHDRAWN)),
                Route.INTRAVENOUS,
                "LASER",
                "P1",
                null,
                List.of(ReportableKind.values()));
        var without = new GivenDose(2, "K-483921", "P-0002", Instant.parse("2025-03-18T09:00:00Z"));
        var material = Treated.told(List.of(dose, without), details);
        var defined = new Material(
                material.safetyCase(),
                material.sender(),
                material.study().defined(Optional.empty(), Optional.of("dry eye")),
                material.recorded(),
                material.doses(),
                material.site(),
                material.given());
        var now = Instant.parse("2025-03-20T09:00:00Z");
        var report = CaseReport.of(defined, CaseFiles.OPENED, Profile.ICH, now);
        assertThat(report.values().keySet())
                .extracting(Place::element)
                .contains("G.k.4.r.1a", "G.k.4.r.5", "G.k.4.r.10.1", "G.k.7.r.1", "G.k.8", "G.k.10.r", "G.k.11");
        var header = BatchHeader.of("B-1", defined.sender(), Profile.ICH, "EVHUMAN", "20250320100000+0100");
        var read = FILES.read(new ByteArrayInputStream(FILES.write(new Batch(header, List.of(report)))));
        assertThat(read.unread()).isEmpty();
        assertThat(read.batch().reports()).containsExactly(report);
    }
}
