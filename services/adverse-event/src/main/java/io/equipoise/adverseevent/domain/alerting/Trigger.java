package io.equipoise.adverseevent.domain.alerting;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.DoseLink;
import io.equipoise.adverseevent.domain.Summary;
import io.equipoise.contracts.SubjectId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fact that may call an officer. Each names the event by which it was noticed, and whom that happened to. */
public sealed interface Trigger {
    /** Names the alert: {@code AL-} and this. */
    String key();

    String event();

    SubjectId subject();

    /** One line without an arm, for the record and for those who may read it. */
    String summary();

    /** Of the event; 0 where it is not about one event's grade. */
    default int grade() {
        return 0;
    }

    /** An account of an event. */
    record Told(
            String event,
            SubjectId subject,
            int version,
            Account account,
            @Nullable DoseLink given) implements Trigger {
        public static Told of(AdverseEventFact fact) {
            return new Told(fact.event(), fact.subject(), fact.version(), fact.account(), fact.given());
        }

        @Override
        public int grade() {
            return account.grade();
        }

        /** A serious event has one alert for ever; below that, each account that meets a rule anew has its own. */
        @Override
        public String key() {
            return account.serious() ? event : event + "-" + version;
        }

        @Override
        public String summary() {
            return new Summary(account).toString();
        }
    }

    /**
     * Somebody gave an event a code.
     *
     * @param codes under which it counts in that version of the dictionary, the one that was given first
     */
    record Coded(String event, SubjectId subject, Account account, String dictionary, List<String> codes)
            implements Trigger {
        public Coded {
            codes = List.copyOf(codes);
        }

        /** One alert for an event, however often it is coded anew. */
        @Override
        public String key() {
            return event + "-CODED";
        }

        @Override
        public int grade() {
            return account.grade();
        }

        @Override
        public String summary() {
            return new Summary(account).toString();
        }
    }

    /** So many people of one lot or donor had the same within a while. */
    record Cluster(String cluster, String event, SubjectId subject, String lot, int people) implements Trigger {
        @Override
        public String key() {
            return cluster;
        }

        @Override
        public String summary() {
            return people + " people of lot " + lot + " had the like";
        }
    }

    /** A report to an authority is due soon and has not gone out. */
    record ClockAtRisk(String clock, String event, SubjectId subject, String authority, LocalDate due)
            implements Trigger {
        @Override
        public String key() {
            return clock;
        }

        @Override
        public String summary() {
            return "the report to " + authority + " is due on " + due + " and has not gone out";
        }
    }

    /** A stopping rule's boundary is crossed; who is in which arm is not said. */
    record Boundary(String boundary, String event, SubjectId subject, String rule) implements Trigger {
        @Override
        public String key() {
            return boundary;
        }

        @Override
        public String summary() {
            return "boundary of stopping rule " + rule + " crossed";
        }
    }
}
