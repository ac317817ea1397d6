package io.equipoise.platform.architecture.offender.domain;

import io.equipoise.platform.architecture.offender.application.BadUseCase;
import java.time.Instant;
import java.util.Random;

/** Changes, looks at the clock, draws lots, and knows who uses it. */
public class BadModel {
    private Instant changed = Instant.now();
    private final Random random = new Random();

    public void change(BadUseCase user) {
        changed = Instant.now().plusSeconds(random.nextInt());
        user.use(this);
    }

    public Instant changed() {
        return changed;
    }
}
