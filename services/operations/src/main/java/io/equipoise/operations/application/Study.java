package io.equipoise.operations.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A study as its definition and its lifecycle were told; what nobody stated stays absent. */
public record Study(
        String study,
        String title,
        int version,
        List<Status> statuses,
        @Nullable LocalDate activatedOn,
        @Nullable Integer target,
        @Nullable Plan planned,
        List<Stance> stances,
        List<Gap> gaps,
        List<Rule> rules,
        @Nullable ImpactTerm impactTerm) {

    public Study {
        statuses = List.copyOf(statuses);
        stances = List.copyOf(stances);
        gaps = List.copyOf(gaps);
        rules = List.copyOf(rules);
    }

    /** A value that the source does not print: assumed by somebody, or one reading of several. */
    public record Stance(
            String path,
            String basis,
            String value,
            @Nullable String by,
            @Nullable String on,
            @Nullable String why) {
        public boolean assumed() {
            return basis.equals("assumed");
        }

        public String label() {
            return assumed() ? "ASSUMPTION" : "READING";
        }
    }

    /**
     * A status as it was stated or changed.
     *
     * @param asOf a day, a month or a year, as precise as whoever said so; null where nobody said
     * @param reason of a change; null where the definition states the status
     */
    public record Status(
            String status, @Nullable String asOf, @Nullable String reason) {}

    /** How many sites and countries the protocol plans; null is what it leaves open. */
    public record Plan(@Nullable Integer sites, @Nullable Integer countries) {}

    /**
     * A value that nobody knows yet.
     *
     * @param blocks what cannot start without it; null where that was not told
     */
    public record Gap(String path, String what, @Nullable String blocks) {}

    /**
     * Within which time after a code break its impact is to be documented.
     *
     * @param statedBy who stated it: the definition, or a setting of this installation
     */
    public record ImpactTerm(Period within, String statedBy) {}

    /** The last day for documenting the impact of a code break, on the site's calendar; null where nobody stated one. */
    public @Nullable LocalDate impactDue(Instant brokenAt, ZoneId zone) {
        return impactTerm == null ? null : LocalDate.ofInstant(brokenAt, zone).plus(impactTerm.within());
    }

    /** An eligibility rule, to be named where it excluded somebody. */
    public record Rule(String rule, String text) {}

    /** The rule's printed text, or its id where the definition does not know it. */
    public String ruleText(String rule) {
        return rules.stream()
                .filter(each -> each.rule().equals(rule))
                .map(Rule::text)
                .findFirst()
                .orElse(rule);
    }

    /** The status in force: the last one told. */
    public @Nullable String status() {
        return statuses.isEmpty() ? null : statuses.getLast().status();
    }

    public @Nullable String statusReason() {
        return statuses.isEmpty() ? null : statuses.getLast().reason();
    }

    public boolean recruiting() {
        return "RECRUITING".equals(status());
    }
}
