package io.equipoise.ehr;

import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.doors.DoorManners;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every door of this service by every role, by another site's staff, and with whatever is broken. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EveryDoorIT implements OnTheStack {
    private final DoorManners manners;

    EveryDoorIT(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.manners = new DoorManners(context, port);
    }

    @TestFactory
    Stream<DynamicTest> every_door_keeps_its_manners() {
        return manners.tests();
    }
}
