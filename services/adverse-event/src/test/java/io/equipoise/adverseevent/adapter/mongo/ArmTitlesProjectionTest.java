package io.equipoise.adverseevent.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.equipoise.platform.Acceptance;
import io.equipoise.store.EmbeddedStore;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the library's studies call their arms, and what a crossover gives when. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArmTitlesProjectionTest {

    @Test
    @Acceptance("AE-2")
    void mesems_gives_cells_and_placebo_in_the_order_of_the_sequence() throws IOException {
        try (var store = EmbeddedStore.temporary();
                var client = MongoClients.create(store.uri())) {
            var titles = new ArmTitlesProjection(client.getDatabase("titles"));
            titles.apply(Definitions.ofLibrary("MESEMS"));
            titles.apply(Definitions.ofLibrary("NCT07146087"));
            assertThat(titles.title("MESEMS", "MSC_FIRST")).contains("MSC then placebo");
            assertThat(titles.product("MESEMS", "MSC_FIRST", "P1"))
                    .contains("own mesenchymal stem cells from bone marrow");
            assertThat(titles.product("MESEMS", "MSC_FIRST", "P2")).contains("Placebo");
            assertThat(titles.product("MESEMS", "PLACEBO_FIRST", "P1")).contains("Placebo");
            assertThat(titles.product("MESEMS", "PLACEBO_FIRST", "P3")).isEmpty();
            assertThat(titles.product("NCT07146087", "EXOSOMES", "P1")).isEmpty();
            assertThat(titles.product("MESEMS", "NOBODYS", "P1")).isEmpty();
        }
    }
}
