package io.equipoise.studydesign.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.journal.Commit;
import io.equipoise.studydesign.Facts;
import io.equipoise.studydesign.application.NewestAnchors.Anchor;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.DesignFact.SealAnchored;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnchorsProjectionTest {
    private static final SealAnchored OLD = new SealAnchored("enrolment", 0, 40, "a".repeat(64));
    private static final SealAnchored NEW = new SealAnchored("enrolment", 0, 80, "b".repeat(64));
    private static final SealAnchored LANE = new SealAnchored("enrolment", 1, 9, "c".repeat(64));
    private static final List<Commit<DesignFact>> COMMITS = List.of(
            Facts.commit("anchors/enrolment", 1, OLD),
            Facts.commit("anchors/enrolment", 2, NEW),
            Facts.commit("anchors/enrolment", 3, LANE));

    @Test
    void the_newest_anchor_of_each_lane_is_listed() {
        var anchors = new AnchorsProjection(Facts.database("once"));
        COMMITS.forEach(anchors::apply);
        assertThat(anchors.all()).extracting(Anchor::seal).containsExactly(NEW, LANE);
    }

    @Test
    void told_twice_and_from_the_start_it_ends_the_same() {
        var anchors = new AnchorsProjection(Facts.database("twice"));
        COMMITS.forEach(anchors::apply);
        var once = anchors.all();
        COMMITS.forEach(commit -> {
            anchors.apply(commit);
            anchors.apply(commit);
        });
        assertThat(anchors.all()).isEqualTo(once);
    }
}
