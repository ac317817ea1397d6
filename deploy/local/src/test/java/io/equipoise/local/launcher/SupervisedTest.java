package io.equipoise.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTest {

    @Test
    @Timeout(60)
    void a_killed_process_is_started_again_and_a_stopped_one_is_not(@TempDir Path home) throws Exception {
        var process =
                new Supervised(List.of("sleep", "1000"), home.resolve("sleeper.log"), home.resolve("sleeper.pid"));
        var supervision = Thread.ofPlatform().start(process);
        var first = pidOtherThan(home, 0);
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        var second = pidOtherThan(home, first);

        process.stop();
        supervision.join();

        assertThat(process.deaths()).isOne();
        assertThat(ProcessHandle.of(second).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(home.resolve("sleeper.pid")).doesNotExist();
    }

    private static long pidOtherThan(Path home, long old) throws Exception {
        var file = home.resolve("sleeper.pid");
        while (true) {
            var pid = Files.exists(file) ? Files.readString(file) : "";
            if (!pid.isEmpty() && Long.parseLong(pid) != old) {
                return Long.parseLong(pid);
            }
            Thread.sleep(20);
        }
    }
}
