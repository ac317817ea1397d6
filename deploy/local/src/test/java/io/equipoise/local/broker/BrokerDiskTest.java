package io.equipoise.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokerDiskTest {

    @TempDir
    private Path directory;

    @Test
    void a_broker_that_lost_its_disk_is_another_one() throws Exception {
        assertThat(cluster("first")).isNotBlank().isNotEqualTo(cluster("second"));
    }

    private String cluster(String name) throws Exception {
        var disk = Files.createDirectory(directory.resolve(name));
        Broker.format(disk);
        return read(disk.resolve("meta.properties"));
    }

    private static String read(Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties.getProperty("cluster.id", "");
    }
}
