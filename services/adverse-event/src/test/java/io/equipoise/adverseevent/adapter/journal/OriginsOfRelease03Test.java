package io.equipoise.adverseevent.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Origins;
import io.equipoise.adverseevent.domain.ProductOrigin;
import io.equipoise.contracts.SubjectId;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OriginsOfRelease03Test {
    private static final String FROZEN = "/journal/0.3-origins.json";

    @RegisterExtension
    static final Released RELEASE = new Released(FROZEN);

    @Test
    void the_origins_of_release_0_3_are_replayed_to_the_same_state() throws IOException {
        var origins = Origins.DECIDER.replay(RELEASE.facts("product-origin/NCT07146087"));
        assertThat(origins.of(new SubjectId("NCT07146087", "01", 1), "K-483920"))
                .contains(new ProductOrigin("D-0417"));
        assertThat(origins.of(new SubjectId("NCT07146087", "01", 2), "K-483921"))
                .contains(new ProductOrigin("no donor"));
        assertThat(GoldenJournalTest.read(FROZEN).toJson()).doesNotContain("D-0417", "no donor");
    }
}
