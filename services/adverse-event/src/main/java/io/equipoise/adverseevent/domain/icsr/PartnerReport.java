package io.equipoise.adverseevent.domain.icsr;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.Criterion;
import io.equipoise.adverseevent.domain.EventOutcome;
import io.equipoise.adverseevent.domain.Information;
import io.equipoise.adverseevent.domain.MinimumCriterion;
import io.equipoise.adverseevent.domain.Moment;
import io.equipoise.adverseevent.domain.PatientCharacteristics;
import io.equipoise.adverseevent.domain.Relation;
import io.equipoise.adverseevent.domain.ReporterKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Another sender's report, read as events and a case. E2B(R3) has no grade: the person who takes it in says it for every
 * reaction.
 *
 * @param accounts one for every reaction, in the order of the report
 * @param worldwideId by which the case is known everywhere (C.1.8.1)
 */
public record PartnerReport(
        Icsr report, List<Account> accounts, String worldwideId, String country, ReporterKind reporter) {
    private static final Map<String, Criterion> CRITERIA = Map.of(
            "E.i.3.2a", Criterion.DEATH,
            "E.i.3.2b", Criterion.LIFE_THREATENING,
            "E.i.3.2c", Criterion.HOSPITALIZATION,
            "E.i.3.2d", Criterion.DISABILITY,
            "E.i.3.2e", Criterion.CONGENITAL_ANOMALY,
            "E.i.3.2f", Criterion.OTHER_IMPORTANT);

    public PartnerReport {
        accounts = List.copyOf(accounts);
    }

    /** The report as events, or the elements that it lacks for that, because nobody may guess them. */
    public sealed interface Reading {
        /** It can be taken in. */
        record Whole(PartnerReport report) implements Reading {}

        /** It cannot. */
        record Lacking(List<String> elements) implements Reading {
            public Lacking {
                elements = List.copyOf(elements);
            }
        }
    }

    public static Reading read(Icsr report, List<Integer> grades) {
        var lacking = new ArrayList<String>();
        var accounts = new ArrayList<Account>();
        var reactions = report.repeats("E.i", List.of());
        for (int i : reactions) {
            account(report, i, grades, lacking).ifPresent(accounts::add);
        }
        if (reactions.isEmpty()) {
            lacking.add("E.i.2.1b");
        }
        var worldwide = report.text("C.1.8.1").or(() -> report.text("C.1.1"));
        var country = primary(report).flatMap(r -> report.text("C.2.r.3", r));
        var kind = primary(report).flatMap(r -> report.text("C.2.r.4", r)).flatMap(PartnerReport::kind);
        need(worldwide, "C.1.8.1", lacking);
        need(country, "C.2.r.3", lacking);
        need(kind, "C.2.r.4", lacking);
        return lacking.isEmpty()
                ? new Reading.Whole(new PartnerReport(
                        report, accounts, worldwide.orElseThrow(), country.orElseThrow(), kind.orElseThrow()))
                : new Reading.Lacking(lacking);
    }

    public @Nullable String narrative() {
        return report.text("H.1").orElse(null);
    }

    /** What it tells of the person, as far as it can be so. */
    public PatientCharacteristics patient() {
        return PatientPart.read(report);
    }

    /** For the list of what was heard. */
    public String what() {
        return "report " + report.text("C.1.1").orElse(worldwideId) + " of "
                + report.text("N.2.r.2").or(() -> report.text("C.3.2")).orElse("an unnamed sender");
    }

    /** As received by this office, with what it holds of what a valid report needs (CTR Annex III 2.3, point 10). */
    public Information information(Instant receivedAt, ZoneId office) {
        var holds = new ArrayList<>(
                List.of(MinimumCriterion.SUBJECT, MinimumCriterion.REPORTER, MinimumCriterion.REACTION));
        if (!report.places("C.5.1.r.1").isEmpty()) {
            holds.add(MinimumCriterion.TRIAL_NUMBER);
        }
        if (report.text("C.5.3").isPresent()) {
            holds.add(MinimumCriterion.SPONSOR_STUDY_NUMBER);
        }
        if (!IndRules.noneOf(report, "1", "3")) {
            holds.add(MinimumCriterion.SUSPECT_PRODUCT);
        }
        if (!report.places("G.k.9.i.2.r.3").isEmpty()) {
            holds.add(MinimumCriterion.CAUSALITY);
        }
        return new Information(receivedAt, null, office, true, false, holds, reporter, country);
    }

    private static Optional<Account> account(Icsr report, int i, List<Integer> grades, List<String> lacking) {
        var before = lacking.size();
        var term =
                report.text("E.i.1.1a", i).or(() -> report.text("E.i.1.2", i)).or(() -> report.text("E.i.2.1b", i));
        var onset = report.text("E.i.4", i).flatMap(PartnerReport::moment);
        var outcome = report.text("E.i.7", i).flatMap(PartnerReport::outcome);
        var relation = relation(report, i);
        need(term, "E.i.1.1a (i=" + i + ")", lacking);
        need(onset, "E.i.4 (i=" + i + ")", lacking);
        need(outcome, "E.i.7 (i=" + i + ")", lacking);
        need(relation, "G.k.9.i.2.r.3 (i=" + i + ")", lacking);
        if (i > grades.size()) {
            lacking.add("/grades/" + (i - 1));
        }
        if (lacking.size() > before) {
            return Optional.empty();
        }
        var criteria = CRITERIA.entrySet().stream()
                .filter(entry ->
                        report.text(entry.getKey(), i).filter("true"::equals).isPresent())
                .map(Map.Entry::getValue)
                .toList();
        return Optional.of(new Account(
                term.orElseThrow(),
                grades.get(i - 1),
                criteria,
                onset.orElseThrow(),
                report.text("E.i.5", i).flatMap(PartnerReport::moment).orElse(null),
                relation.orElseThrow(),
                null,
                outcome.orElseThrow()));
    }

    /** The strongest opinion of anybody counts: nobody's is lowered. */
    private static Optional<Relation> relation(Icsr report, int i) {
        return report.places("G.k.9.i.2.r.3").stream()
                .filter(place -> place.at().get(1) == i)
                .flatMap(place -> report.text(place).stream())
                .flatMap(said -> relation(said).stream())
                .max(Relation::compareTo);
    }

    private static Optional<Relation> relation(String said) {
        return switch (said.strip().toUpperCase(Locale.ROOT)) {
            case "SUSPECTED", "RELATED", "REASONABLE POSSIBILITY", "POSSIBLE" -> Optional.of(Relation.POSSIBLE);
            case "PROBABLE" -> Optional.of(Relation.PROBABLE);
            case "DEFINITE", "CERTAIN" -> Optional.of(Relation.DEFINITE);
            case "UNLIKELY" -> Optional.of(Relation.UNLIKELY);
            case "NOT SUSPECTED", "UNRELATED", "NOT RELATED", "NO REASONABLE POSSIBILITY" ->
                Optional.of(Relation.UNRELATED);
            default -> Optional.empty();
        };
    }

    /** To the second with an offset: an instant. To the day: a day. Less is not enough to record an event by. */
    private static Optional<Moment> moment(String text) {
        return E2bTime.parse(text)
                .filter(time -> time.digits() >= E2bTime.DAY)
                .map(time -> time.digits() == E2bTime.SECOND && time.offset() != null
                        ? new Moment.At(time.earliest().toInstant(time.offset()))
                        : new Moment.On(time.day()));
    }

    private static Optional<EventOutcome> outcome(String code) {
        for (var outcome : EventOutcome.values()) {
            if (ReactionPart.outcome(outcome).equals(code)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    private static Optional<ReporterKind> kind(String code) {
        for (var kind : ReporterKind.values()) {
            if (String.valueOf(kind.code()).equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> primary(Icsr report) {
        return report.places("C.2.r.5").stream()
                .map(place -> place.at().getFirst())
                .findFirst()
                .or(() -> report.repeats("C.2.r", List.of()).stream().findFirst());
    }

    private static void need(Optional<?> value, String element, List<String> lacking) {
        if (value.isEmpty()) {
            lacking.add(element);
        }
    }
}
