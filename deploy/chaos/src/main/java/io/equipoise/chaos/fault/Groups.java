package io.equipoise.chaos.fault;

import io.equipoise.chaos.load.Doors;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** The listeners' places in the topics. */
public final class Groups {
    private static final int TRIES = 150;

    private final String bootstrap;

    public Groups(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Puts every group back to the first record; its members must be dead. */
    public void rewind(Collection<String> groups) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            for (var group : groups) {
                awaitEmpty(admin, group);
                var places = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                var start = new HashMap<TopicPartition, OffsetAndMetadata>();
                places.keySet().forEach(partition -> start.put(partition, new OffsetAndMetadata(0)));
                admin.alterConsumerGroupOffsets(group, start).all().get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Until the dead members' sessions have ended. */
    private static void awaitEmpty(Admin admin, String group) throws ExecutionException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            var described = admin.describeConsumerGroups(List.of(group)).all().get();
            var state = Objects.requireNonNull(described.get(group)).groupState();
            if (state == GroupState.EMPTY || state == GroupState.DEAD) {
                return;
            }
            Doors.pause(200);
        }
        throw new IllegalStateException("the group " + group + " still has members");
    }
}
