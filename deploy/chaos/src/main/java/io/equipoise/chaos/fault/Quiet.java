package io.equipoise.chaos.fault;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import io.equipoise.chaos.evidence.Journals;
import io.equipoise.chaos.evidence.Topics;
import io.equipoise.chaos.evidence.Topology;
import io.equipoise.chaos.load.Doors;
import org.bson.conversions.Bson;

/** Waits until every commit is told, every message is heard, and nothing is set aside. */
public final class Quiet {
    /** What the driver itself put into topics may wait for ever. */
    private static final Bson OTHERS = Filters.not(Filters.regex("stream", "^subject/CHAOS-"));

    private final Journals journals;
    private final Topics topics;
    private final MongoClient mongo;

    public Quiet(Journals journals, Topics topics, MongoClient mongo) {
        this.journals = journals;
        this.topics = topics;
        this.mongo = mongo;
    }

    /** What is still under way when patience ends; empty when all is quiet. Quiet is what was quiet twice. */
    public String within(int seconds) {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        var left = "";
        int quiet = 0;
        while (quiet < 2) {
            left = left();
            quiet = left.isEmpty() ? quiet + 1 : 0;
            if (System.nanoTime() > until) {
                break;
            }
            Doors.pause(300);
        }
        return left;
    }

    /** Waits until, for a while, no clock of the house has recorded anything either; false if that does not come about. */
    public boolean still(int seconds) {
        long until = System.nanoTime() + 4L * seconds * 1_000_000_000L;
        long commits = -1;
        long since = System.nanoTime();
        while (System.nanoTime() < until) {
            long now = journals.all().size();
            if (now != commits) {
                commits = now;
                since = System.nanoTime();
            }
            if (System.nanoTime() - since > seconds * 1_000_000_000L) {
                return within(30).isEmpty();
            }
            Doors.pause(1_000);
        }
        return false;
    }

    private String left() {
        try {
            for (var service : Topology.keepers()) {
                long newest = journals.newest(service);
                for (var reader : new String[] {"relay", "own"}) {
                    long at = journals.bookmark(service, reader);
                    if (at < newest) {
                        return service + "'s " + reader + " is at " + at + " of " + newest;
                    }
                }
            }
            long behind = topics.behind(Topology.listeners());
            return behind > 0 ? behind + " records are not heard yet" : parked();
        } catch (MongoException | IllegalStateException | org.apache.kafka.common.KafkaException e) {
            return "store or broker does not answer: " + e.getMessage();
        }
    }

    private String parked() {
        for (var service : Topology.listeners()) {
            long parked = mongo.getDatabase(service).getCollection("parked").countDocuments(OTHERS);
            if (parked > 0) {
                return service + " has " + parked + " parked";
            }
        }
        return "";
    }
}
