package io.equipoise.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/**
 * Documents, conditions, orders and changes by chance, of few values so that they often meet, and of every type whose bytes
 * could order wrongly.
 */
final class RandomDocuments {

    private static final List<String> PATHS = List.of("a", "b", "c.d", "e", "t");
    private static final List<String> FIELDS = List.of("a", "b", "e", "t");
    private static final List<Object> AWKWARD = Arrays.asList(
            null, "", "a\u0000b", "\u00e9", "\ud83d\ude00", "\uffee", true, false, new UUID(-1, 1), new UUID(1, -1));

    private final Random random;
    private final boolean arrays;
    private final int owner;

    /** The owner's documents have keys of their own, so that writers at the same time do not meet. */
    RandomDocuments(Random random, boolean arrays, int owner) {
        this.random = random;
        this.arrays = arrays;
        this.owner = owner;
    }

    Object id() {
        int number = random.nextInt(120) + owner * 1000;
        return switch (number % 5) {
            case 0 -> number;
            case 1 -> "i" + number;
            case 2 -> new ObjectId("%024x".formatted(number));
            case 3 -> number + 0.25;
            default -> new Document("p", number).append("q", "w");
        };
    }

    Document document() {
        var document = new Document("_id", id()).append("w", owner);
        for (var field : FIELDS) {
            if (chance(5, 6)) {
                document.put(field, chance(1, 4) ? value() : scalar());
            }
        }
        if (chance(5, 6)) {
            document.put("c", chance(1, 8) ? value() : new Document("d", value()).append("q", random.nextInt(3)));
        }
        if (arrays && chance(1, 8)) {
            document.put("c", List.of(new Document("d", scalar()), new Document("d", scalar())));
        }
        if (chance(2, 3)) {
            document.put("bed", bed());
        }
        return document.append("active", random.nextBoolean()).append("n", 0);
    }

    private int bed() {
        return random.nextInt(300) + owner * 1000;
    }

    private Object value() {
        if (!arrays || chance(4, 5)) {
            return scalar();
        }
        return switch (random.nextInt(5)) {
            case 0 -> new Document("z", random.nextInt(3));
            case 1 -> List.of(new Document("d", random.nextInt(5)), new Document("d", "s" + random.nextInt(12)));
            case 2 -> List.of(List.of(1, 2), 3);
            case 3 -> new Binary(new byte[] {(byte) random.nextInt(3)});
            default -> someOf(1 + random.nextInt(4));
        };
    }

    private List<Object> someOf(int number) {
        var some = new ArrayList<Object>();
        for (int i = 0; i < number; i++) {
            some.add(scalar());
        }
        return some;
    }

    private Object scalar() {
        return switch (random.nextInt(10)) {
            case 0 -> AWKWARD.get(random.nextInt(AWKWARD.size()));
            case 1 -> random.nextInt(8) + 0.5;
            case 2 -> (long) random.nextInt(10) - 5;
            case 3 -> new Date(1000L * random.nextInt(10));
            case 4 -> (double) random.nextInt(10);
            case 5 -> new ObjectId("%024x".formatted(random.nextInt(6)));
            case 6, 7 -> "s" + random.nextInt(12);
            default -> random.nextInt(10);
        };
    }

    /** One to three conditions, now and then under $and or $or. */
    Document query() {
        var query = new Document();
        if (chance(1, 10)) {
            query.put("_id", chance(1, 3) ? new Document("$in", List.of(id(), id(), id())) : id());
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            query.put(any(PATHS), condition());
        }
        if (chance(1, 12)) {
            query.put("bed", bed());
        }
        if (chance(1, 8)) {
            query.put("active", true);
        }
        if (query.size() > 1 && chance(1, 6)) {
            var parts = query.entrySet().stream()
                    .map(part -> new Document(part.getKey(), part.getValue()))
                    .toList();
            return new Document(chance(1, 4) ? "$or" : "$and", parts).append("w", owner);
        }
        return query.append("w", owner);
    }

    private Object condition() {
        return switch (random.nextInt(10)) {
            case 0 -> new Document("$in", someOf(3));
            case 1 -> new Document(any(List.of("$gt", "$gte", "$lt", "$lte")), scalar());
            case 2 -> new Document("$gt", random.nextInt(8)).append("$lte", random.nextInt(10));
            case 3 -> new Document("$gte", "s" + random.nextInt(9)).append("$lt", "s" + random.nextInt(12));
            case 4 -> new Document("$ne", scalar());
            case 5 -> new Document("$exists", random.nextBoolean());
            case 6 -> arrays ? new Document("$elemMatch", new Document("$gt", 3)) : new Document("$nin", someOf(2));
            default -> value();
        };
    }

    /** Ends in _id, so that there is one right order. */
    Document order() {
        var order = new Document();
        for (int i = random.nextInt(3); i >= 0; i--) {
            order.put(chance(1, 6) ? "_id" : any(PATHS), direction());
        }
        order.putIfAbsent("_id", direction());
        return order;
    }

    Document change() {
        return switch (random.nextInt(5)) {
            case 0 -> set(any(List.of("a", "b", "e", "t", "c.q")), value());
            case 1 -> new Document("$unset", new Document(any(List.of("a", "b", "c", "e", "t")), ""));
            case 2 -> new Document("$inc", new Document("n", 1));
            case 3 -> set("c", new Document("d", value()));
            default -> set("active", random.nextBoolean());
        };
    }

    Document changeOfMany() {
        return random.nextBoolean() ? new Document("$inc", new Document("n", 1)) : set("t", scalar());
    }

    private static Document set(String path, Object value) {
        return new Document("$set", new Document(path, value));
    }

    /** The keys of an index: one to three paths, up or down. */
    Document keys() {
        var keys = new Document();
        for (int i = random.nextInt(3); i >= 0; i--) {
            keys.put(any(PATHS), direction());
        }
        return keys;
    }

    boolean chance(int of, int in) {
        return random.nextInt(in) < of;
    }

    int number(int below) {
        return random.nextInt(below);
    }

    private int direction() {
        return random.nextBoolean() ? 1 : -1;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
