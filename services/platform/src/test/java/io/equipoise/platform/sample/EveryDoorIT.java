package io.equipoise.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.doors.DoorManners;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who looks for manners finds those that are missing, and no others. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=sample",
            "spring.config.import=classpath:equipoise-platform.yml",
            "equipoise.body-limit=100000"
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryDoorIT implements OnTheStack {
    private final DoorManners manners;

    EveryDoorIT(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.manners = new DoorManners(context, port);
    }

    @Test
    void rude_doors_are_found() {
        var rude = manners.tests()
                .filter(EveryDoorIT::fails)
                .map(DynamicTest::getDisplayName)
                .toList();
        assertThat(rude)
                .isEqualTo(List.of(
                        "GET /api/subjects/{subject}/gossip: not from another site",
                        "POST /api/jars/{jar}/shut: not with another role",
                        "POST /api/stumble application/json: nothing broken"));
    }

    private static boolean fails(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return false;
        } catch (Throwable unmannered) {
            return true;
        }
    }
}
