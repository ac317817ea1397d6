package io.equipoise.randomization.adapter.rest.unblinded;

import static java.util.Objects.requireNonNull;

import io.equipoise.randomization.domain.Allocation;
import io.equipoise.randomization.domain.Balance;
import io.equipoise.randomization.domain.Design;
import io.equipoise.randomization.domain.Fraction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A study's arms counted against their ratio. Parts of a person are exact, written like 3 1/2.
 *
 * @param seedCommitment absent where no seed's hash was published
 */
record BalanceShown(String study, @Nullable String seedCommitment, List<RandomizationShown> randomizations) {

    record RandomizationShown(
            int randomization, List<ArmShown> arms, CountShown overall, List<CutShown> cuts, List<StepShown> steps) {}

    record ArmShown(SecretText arm, SecretText title, int weight) {}

    record CountShown(int people, List<ArmCount> arms, String apart) {}

    record ArmCount(SecretText arm, int people, String asked, String ahead) {
        @Override
        public String toString() {
            return "ArmCount[hidden]";
        }
    }

    record CutShown(Balance.Kind kind, String name, CountShown count) {}

    record StepShown(
            int ordinal,
            String subject,
            String stratum,
            LocalDate randomizedOn,
            SecretText arm,
            String apart,
            String worstStratum) {}

    @Override
    public String toString() {
        return "BalanceShown[" + study + "]";
    }

    static BalanceShown of(String study, Allocation allocation) {
        var shares = requireNonNull(allocation.list()).shares();
        return new BalanceShown(
                study,
                allocation.designs().committed(),
                allocation.designs().balances(shares, allocation.seats()).entrySet().stream()
                        .map(BalanceShown::shown)
                        .toList());
    }

    private static RandomizationShown shown(Map.Entry<Integer, Balance> numbered) {
        var balance = numbered.getValue();
        var shares = balance.shares();
        return new RandomizationShown(
                numbered.getKey(),
                shares.stream()
                        .map(share -> new ArmShown(code(share), new SecretText(share.title()), share.weight()))
                        .toList(),
                counted(shares, balance.overall()),
                balance.cuts().stream()
                        .map(cut -> new CutShown(cut.kind(), cut.name(), counted(shares, cut.count())))
                        .toList(),
                balance.steps().stream().map(BalanceShown::step).toList());
    }

    private static CountShown counted(List<Design.Share> shares, Balance.Count count) {
        var asked = count.asked();
        var ahead = count.ahead();
        return new CountShown(
                count.all(),
                IntStream.range(0, shares.size())
                        .mapToObj(at -> new ArmCount(
                                code(shares.get(at)), count.people().get(at), text(asked, at), text(ahead, at)))
                        .toList(),
                count.apart().text());
    }

    private static StepShown step(Balance.Step step) {
        var seat = step.seat();
        return new StepShown(
                seat.ordinal(),
                step.subject().toString(),
                seat.stratum(),
                seat.randomizedOn(),
                new SecretText(seat.arm().code()),
                step.apart().text(),
                step.worstStratum().text());
    }

    private static SecretText code(Design.Share share) {
        return new SecretText(share.arm().code());
    }

    private static String text(List<Fraction> fractions, int at) {
        return fractions.get(at).text();
    }
}
