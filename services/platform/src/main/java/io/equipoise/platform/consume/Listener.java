package io.equipoise.platform.consume;

import com.mongodb.MongoException;
import io.equipoise.platform.relay.Envelope;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Listens to the topics that the service's projections and reactions name. A store that is down is waited for without
 * end; what nobody can read goes to the dead letters and holds up nobody but its own stream.
 */
public final class Listener implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final Duration RETRY_PARKED = Duration.ofMillis(300);
    private static final int LARGEST_COPY = 900_000;

    /** So much later a message is heard at most; a busy topic's messages come several at a time, which costs far less. */
    private static final Duration BETWEEN_POLLS = Duration.ofMillis(40);

    private final Inbox inbox;
    private final ConcurrentMessageListenerContainer<String, byte[]> container;
    private final ConsumerFactory<String, byte[]> consumers;
    private final List<String> topics;
    private final String group;
    private volatile boolean held;
    private ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor();

    public Listener(
            Inbox inbox,
            DeadLetters deadLetters,
            ConsumerFactory<String, byte[]> consumers,
            KafkaOperations<String, byte[]> kafka,
            Subscription to) {
        this.inbox = inbox;
        this.consumers = consumers;
        this.topics = to.topics();
        this.group = to.group();
        var properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setGroupId(group);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setIdleBetweenPolls(BETWEEN_POLLS.toMillis());
        properties.setMessageListener((BatchMessageListener<String, byte[]>) this::hear);
        properties.setConsumerRebalanceListener(new ConsumerAwareRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                inbox.lookAgain();
            }
        });
        container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setConcurrency(1);
        container.setBeanName(group);
        container.setCommonErrorHandler(errorHandler(deadLetters, kafka));
    }

    /** Whose group, and to what. */
    public record Subscription(String group, List<String> topics) {
        public Subscription {
            topics = List.copyOf(topics);
        }
    }

    /** Kafka keeps what comes after a message that failed, and everything as long as the places are not written down. */
    private void hear(List<ConsumerRecord<String, byte[]>> records) {
        int next = 0;
        try {
            try {
                for (; next < records.size(); next++) {
                    inbox.take(records.get(next));
                }
            } finally {
                inbox.writeDown();
            }
        } catch (RuntimeException e) {
            throw new BatchListenerFailedException("not heard", e, inbox.isWrittenDown() ? next : 0);
        }
    }

    private static DefaultErrorHandler errorHandler(DeadLetters letters, KafkaOperations<String, byte[]> kafka) {
        var publish = new DeadLetterPublishingRecoverer(kafka);
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        backOff.setMaxElapsedTime(Long.MAX_VALUE);
        var handler = new DefaultErrorHandler(
                (record, failure) -> {
                    var why = String.valueOf(cause(failure).getMessage());
                    LOG.warn("dead letter {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), why);
                    letters.keep(record, why);
                    if (size(record) <= LARGEST_COPY) { // a larger one stays where it was heard: the letter says where
                        publish.accept(record, failure);
                    }
                },
                backOff);
        handler.addNotRetryableExceptions(Envelope.Unreadable.class);
        handler.addRetryableExceptions(MongoException.class);
        return handler;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof KafkaException && failure.getCause() != null ? cause(failure.getCause()) : failure;
    }

    private static int size(ConsumerRecord<?, ?> record) {
        return record.value() instanceof byte[] content ? content.length : 0;
    }

    /** Does not listen, though started, until it is let go. */
    public void hold() {
        held = true;
    }

    public boolean isHeld() {
        return held;
    }

    public void letGo() {
        held = false;
        start();
    }

    @Override
    public void start() {
        if (held) {
            return;
        }
        container.start();
        sweeper = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        var _ = sweeper.scheduleWithFixedDelay(
                this::sweep, RETRY_PARKED.toMillis(), RETRY_PARKED.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            if (inbox.parked() == 0) {
                return;
            }
            assigned().forEach((topic, partitions) -> inbox.retry(topic, partitions));
        } catch (RuntimeException e) {
            LOG.debug("parked messages wait for the store: {}", e.toString());
        }
    }

    private Map<String, Set<Integer>> assigned() {
        var mine = new TreeMap<String, Set<Integer>>();
        var partitions = container.getAssignedPartitions();
        if (partitions != null) {
            partitions.forEach(p ->
                    mine.computeIfAbsent(p.topic(), topic -> new TreeSet<>()).add(p.partition()));
        }
        return mine;
    }

    @Override
    public void stop() {
        sweeper.shutdownNow();
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    /** Whether every topic's partitions are assigned somewhere in this process. */
    public boolean listens() {
        return assigned().keySet().containsAll(topics);
    }

    public List<String> topics() {
        return topics;
    }

    /** Hears everything again from the start, after the caller's cleaning up. */
    public void rewind(Runnable whileStopped) {
        stop();
        whileStopped.run();
        try (var admin = Admin.create(adminProperties())) {
            var start = new TreeMap<String, Integer>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((topic, d) -> start.put(topic, d.partitions().size()));
            var offsets = new java.util.HashMap<TopicPartition, OffsetAndMetadata>();
            start.forEach((topic, count) -> {
                for (int p = 0; p < count; p++) {
                    offsets.put(new TopicPartition(topic, p), new OffsetAndMetadata(0));
                }
            });
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the group's offsets cannot be moved: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            start();
        }
    }

    /** Reads one record again, for a dead letter that can be read now. */
    public void redrive(String topic, int partition, long offset) {
        var at = new TopicPartition(topic, partition);
        try (var consumer = consumers.createConsumer(group + "-redrive", "redrive")) {
            consumer.assign(List.of(at));
            consumer.seek(at, offset);
            for (ConsumerRecord<String, byte[]> record :
                    consumer.poll(Duration.ofSeconds(5)).records(at)) {
                if (record.offset() == offset) {
                    inbox.receive(record);
                    return;
                }
            }
        }
        throw new Envelope.Unreadable("there is no record at " + at + "@" + offset);
    }

    private Map<String, Object> adminProperties() {
        return Map.of(
                "bootstrap.servers",
                consumers.getConfigurationProperties().get("bootstrap.servers"),
                "client.id",
                group + "-admin");
    }
}
