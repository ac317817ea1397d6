package io.equipoise.randomization.adapter.rest.unblinded;

import static java.util.Objects.requireNonNull;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.Allocation;
import io.equipoise.randomization.domain.Design;
import io.equipoise.randomization.domain.DrawnList;
import io.equipoise.randomization.domain.Parameters;
import io.equipoise.randomization.domain.PermutedBlocks;
import io.equipoise.randomization.domain.Scheme;
import io.equipoise.randomization.domain.Seat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a study's arms are decided and what was decided in which order: all that it takes to redo it, but the seed. */
record SchemeShown(String study, String seedSha256, List<RandomizationShown> randomizations) {

    private static final String UPLOADED = "uploaded list";

    record RandomizationShown(
            int randomization,
            String algorithm,
            List<ArmShown> arms,
            @Nullable ParametersShown parameters,
            @Nullable BlocksShown blocks,
            List<AllocationShown> allocations) {}

    record ArmShown(SecretText arm, SecretText title, int weight) {}

    record FactorShown(String factor, int weight) {}

    record ParametersShown(
            String design,
            @Nullable String within,
            @Nullable String probability,
            @Nullable Integer limit,
            @Nullable Integer alpha,
            @Nullable Integer beta,
            @Nullable String measure,
            @Nullable String coin,
            List<FactorShown> factors) {}

    record BlocksShown(List<Integer> sizes, List<StratumShown> strata) {}

    record StratumShown(String stratum, int slots) {}

    record AllocationShown(
            int ordinal,
            String subject,
            String site,
            String stratum,
            int position,
            LocalDate randomizedOn,
            SecretText arm) {}

    @Override
    public String toString() {
        return "SchemeShown[" + study + "]";
    }

    static SchemeShown of(String study, Allocation allocation) {
        var list = requireNonNull(allocation.list());
        var first = allocation.designs().firstOf(allocation.seats());
        var randomizations = new ArrayList<RandomizationShown>();
        randomizations.add(allocation
                .designs()
                .first()
                .map(scheme -> decided(scheme, first))
                .orElseGet(() -> drawn(list, first)));
        allocation
                .designs()
                .second()
                .ifPresent(scheme ->
                        randomizations.add(decided(scheme, allocation.designs().secondSeats())));
        return new SchemeShown(study, list.seed().sha256(), randomizations);
    }

    private static RandomizationShown decided(Scheme scheme, Map<SubjectId, Seat> seats) {
        var parameters = scheme.parameters();
        return new RandomizationShown(
                scheme.randomization(),
                parameters.kind().algorithm(),
                arms(scheme.shares()),
                shown(parameters),
                null,
                allocations(seats));
    }

    private static RandomizationShown drawn(DrawnList list, Map<SubjectId, Seat> seats) {
        return new RandomizationShown(
                1,
                list.isDrawnHere() ? PermutedBlocks.ALGORITHM : UPLOADED,
                arms(list.shares()),
                null,
                new BlocksShown(
                        list.blockSizes(),
                        list.strata().stream()
                                .map(stratum -> new StratumShown(
                                        stratum.stratum(), stratum.arms().size()))
                                .toList()),
                allocations(seats));
    }

    private static List<ArmShown> arms(List<Design.Share> shares) {
        return shares.stream()
                .map(share ->
                        new ArmShown(new SecretText(share.arm().code()), new SecretText(share.title()), share.weight()))
                .toList();
    }

    private static ParametersShown shown(Parameters parameters) {
        return new ParametersShown(
                parameters.kind().name(),
                text(parameters.within()),
                text(parameters.probability()),
                parameters.limit(),
                parameters.alpha(),
                parameters.beta(),
                text(parameters.measure()),
                text(parameters.coin()),
                parameters.factors().stream()
                        .map(factor -> new FactorShown(factor.factor(), factor.weight()))
                        .toList());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static List<AllocationShown> allocations(Map<SubjectId, Seat> seats) {
        return seats.entrySet().stream()
                .sorted(Comparator.comparingInt(seat -> seat.getValue().ordinal()))
                .map(seat -> allocation(seat.getKey(), seat.getValue()))
                .toList();
    }

    private static AllocationShown allocation(SubjectId subject, Seat seat) {
        return new AllocationShown(
                seat.ordinal(),
                subject.toString(),
                subject.site(),
                seat.stratum(),
                seat.position(),
                seat.randomizedOn(),
                new SecretText(seat.arm().code()));
    }
}
