package io.equipoise.adverseevent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.ClusterFact.ClusterNoticed;
import io.equipoise.adverseevent.domain.ClusterNotice.Notice;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same kind of event in several people after the same lot (capabilities.md AE-9). */
class LotClusterSpec extends Specification<ClusterNotice, Notice, SafetyFact> {
    private static final LotThreshold THREE = new LotThreshold(3, null);
    private static final LotThreshold TWO_IN_A_WEEK = new LotThreshold(2, Duration.ofDays(7));
    private static final LotEvent ANNAS = event("AE-1", "ANNA", "Fever", "2025-03-11T10:00:00Z");
    private static final LotEvent BORIS = event("AE-2", "BORIS", " FEVER", "2025-03-12");
    private static final LotEvent CLARAS = event("AE-3", "CLARA", "fever", "2025-03-30");
    private static final LotEvent ANNAS_SECOND = event("AE-4", "ANNA", "Fever", "2025-03-12T10:00:00Z");

    LotClusterSpec() {
        super(ClusterNotice.DECIDER);
    }

    @Test
    @Acceptance("AE-9")
    void as_many_people_as_the_study_says_after_one_lot_are_a_cluster() {
        var clusters = LotCluster.among(List.of(CLARAS, ANNAS, BORIS), THREE);
        assertThat(clusters).containsExactly(new LotCluster("P-0001", "fever", 3, List.of(ANNAS, BORIS, CLARAS)));
    }

    @Test
    @Acceptance("AE-9")
    void one_person_twice_is_one_person() {
        assertThat(LotCluster.among(List.of(ANNAS, ANNAS_SECOND, BORIS), THREE)).isEmpty();
    }

    @Test
    void another_lot_or_another_kind_does_not_count() {
        var otherLot = new LotEvent("AE-5", "DORA", "P-0002", "Fever", ANNAS.onset());
        var headache = event("AE-6", "DORA", "Headache", "2025-03-11");
        assertThat(LotCluster.among(List.of(ANNAS, BORIS, otherLot, headache), THREE))
                .isEmpty();
    }

    @Test
    void within_the_studys_time_only() {
        assertThat(LotCluster.among(List.of(ANNAS, CLARAS), TWO_IN_A_WEEK)).isEmpty();
        assertThat(LotCluster.among(List.of(ANNAS, BORIS, CLARAS), TWO_IN_A_WEEK))
                .containsExactly(new LotCluster("P-0001", "fever", 2, List.of(ANNAS, BORIS)));
        var onTheLastMoment = event("AE-7", "DORA", "Fever", "2025-03-18T10:00:00Z");
        var afterIt = event("AE-7", "DORA", "Fever", "2025-03-18T10:00:01Z");
        assertThat(LotCluster.among(List.of(ANNAS, onTheLastMoment), TWO_IN_A_WEEK))
                .hasSize(1);
        assertThat(LotCluster.among(List.of(ANNAS, afterIt), TWO_IN_A_WEEK)).isEmpty();
    }

    @Test
    void a_cluster_is_noticed_once_and_again_when_it_grows() {
        var two = new LotCluster("P-0001", "fever", 2, List.of(ANNAS, BORIS));
        var three = new LotCluster("P-0001", "fever", 3, List.of(ANNAS, BORIS, CLARAS));
        var noticed = given().when(notice(two)).then(noticed(two, "AE-1", "AE-2"));
        noticed.when(notice(two)).then();
        noticed.when(notice(three))
                .then(noticed(three, "AE-1", "AE-2", "AE-3"))
                .when(notice(two))
                .then();
    }

    private static Notice notice(LotCluster seen) {
        return new Notice("CL-1", "NCT07146087", seen);
    }

    private static ClusterNoticed noticed(LotCluster seen, String... events) {
        return new ClusterNoticed("CL-1", "NCT07146087", "P-0001", "fever", seen.people(), List.of(events));
    }

    private static LotEvent event(String id, String subject, String term, String onset) {
        return new LotEvent(id, subject, "P-0001", term, Moment.parse(onset).orElseThrow());
    }
}
