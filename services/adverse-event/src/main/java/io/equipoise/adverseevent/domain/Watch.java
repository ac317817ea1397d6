package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.adverseevent.domain.WatchCommand.SetLadder;
import io.equipoise.adverseevent.domain.WatchCommand.SetRota;
import io.equipoise.adverseevent.domain.WatchCommand.SetRules;
import io.equipoise.adverseevent.domain.WatchFact.AlertRulesSet;
import io.equipoise.adverseevent.domain.WatchFact.LadderSet;
import io.equipoise.adverseevent.domain.WatchFact.RotaSet;
import io.equipoise.adverseevent.domain.alerting.AlertRules;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What makes an alert in one study, who is on call and who is told: each in its newest version. */
public record Watch(
        @Nullable AlertRulesSet rules,
        @Nullable RotaSet rota,
        @Nullable LadderSet ladder) {
    public static final Decider<Watch, WatchCommand, SafetyFact> DECIDER =
            new Decider<>(new Watch(null, null, null), Watch::decide, Watch::evolve);
    private static final int LONGEST_REASON = 2_000;

    /** Where the rules of a study's alerts are kept. */
    public static String rules(String study) {
        return "alert-rules/" + study;
    }

    /** Where a study's rota and ladder are kept. */
    public static String watch(String study) {
        return "alert-watch/" + study;
    }

    /** The rules that count; where nobody has said any, those that every study has. */
    public AlertRules inForce() {
        return rules == null ? AlertRules.USUAL : rules.rules();
    }

    /** Which version of the rules that is; 0 where nobody has said any. */
    public int rulesVersion() {
        return rules == null ? 0 : rules.version();
    }

    private static Decision<SafetyFact> decide(Watch state, WatchCommand command) {
        if (command.reason().isBlank() || command.reason().length() > LONGEST_REASON) {
            return refuse(Refusal.invalid("REASON_MISSING", "say in 1 to 2000 characters why", "/reason"));
        }
        return switch (command) {
            case SetRules set -> state.set(set);
            case SetRota set -> state.set(set);
            case SetLadder set -> state.set(set);
        };
    }

    private Decision<SafetyFact> set(SetRules set) {
        if (!set.serious()) {
            return refuse(Refusal.conflict(
                    "SERIOUS_STAYS_ON",
                    "a serious event always makes an alert (ICH E2A); it has no switch",
                    "/serious"));
        }
        var broken = set.rules().broken();
        if (broken.isPresent()) {
            return refuse(broken.get());
        }
        return rules != null && rules.rules().equals(set.rules())
                ? accept()
                : accept(new AlertRulesSet(set.study(), rulesVersion() + 1, set.rules(), set.reason()));
    }

    private Decision<SafetyFact> set(SetRota set) {
        var broken = set.rota().broken(set.asGiven(), set.reachable());
        if (broken.isPresent()) {
            return refuse(broken.get());
        }
        var gaps = set.rota().gaps();
        if (!gaps.isEmpty() && !set.gapsKnown()) {
            var when =
                    gaps.stream().map(gap -> gap.from() + " to " + gap.until()).collect(Collectors.joining(", "));
            return refuse(Refusal.conflict(
                    "ROTA_HAS_GAPS",
                    "nobody is on call from " + when + "; fill this, or say that you know",
                    "/gapsAcknowledged"));
        }
        if (rota != null && rota.rota().equals(set.rota())) {
            return accept();
        }
        var version = rota == null ? 1 : rota.version() + 1;
        return accept(new RotaSet(set.study(), version, set.rota(), gaps, set.reason()));
    }

    private Decision<SafetyFact> set(SetLadder set) {
        var broken = set.ladder().broken(set.reachable());
        if (broken.isPresent()) {
            return refuse(broken.get());
        }
        if (ladder != null && ladder.ladder().equals(set.ladder())) {
            return accept();
        }
        var version = ladder == null ? 1 : ladder.version() + 1;
        return accept(new LadderSet(set.study(), version, set.ladder(), set.reason()));
    }

    private static Watch evolve(Watch state, SafetyFact fact) {
        return switch (fact) {
            case AlertRulesSet set -> new Watch(set, state.rota, state.ladder);
            case RotaSet set -> new Watch(state.rules, set, state.ladder);
            case LadderSet set -> new Watch(state.rules, state.rota, set);
            case SafetyFact foreign -> throw new IllegalStateException("not about a study's watch: " + foreign);
        };
    }
}
