package io.equipoise.chaos.fault;

import io.equipoise.chaos.load.Doors;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Topics made anew, with nothing in them; the broker itself stays the one that it is. */
public final class Fresh {
    private static final int PARTITIONS = 3;
    private static final int TRIES = 50;

    private final String bootstrap;

    public Fresh(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    public void topics(Collection<String> names) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            admin.deleteTopics(names).all().get();
            var anew = names.stream()
                    .map(name -> new NewTopic(name, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1")))
                    .toList();
            create(admin, anew);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A name is free a moment after its topic was deleted. */
    private static void create(Admin admin, Collection<NewTopic> anew) throws InterruptedException, ExecutionException {
        for (int i = 0; ; i++) {
            try {
                admin.createTopics(anew).all().get();
                return;
            } catch (ExecutionException e) {
                if (i == TRIES) {
                    throw e;
                }
                Doors.pause(200);
            }
        }
    }
}
