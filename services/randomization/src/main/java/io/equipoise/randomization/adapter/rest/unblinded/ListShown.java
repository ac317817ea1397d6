package io.equipoise.randomization.adapter.rest.unblinded;

import static java.util.Objects.requireNonNull;

import io.equipoise.randomization.domain.Allocation;
import io.equipoise.randomization.domain.DrawnList.StratumList;
import io.equipoise.randomization.domain.PermutedBlocks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A study's list and who took which place, as the statistician sees it; the seed only as its hash. */
record ListShown(
        String study,
        String algorithm,
        String seedSha256,
        List<Integer> blockSizes,
        List<ArmShown> arms,
        List<StratumShown> strata) {

    record ArmShown(SecretText arm, SecretText title, int weight) {}

    record StratumShown(String stratum, List<PlaceShown> places) {}

    record PlaceShown(
            int position,
            int block,
            SecretText arm,
            @Nullable String subject,
            @Nullable LocalDate randomizedOn) {}

    @Override
    public String toString() {
        return "ListShown[" + study + "]";
    }

    private record Taker(String subject, LocalDate on) {}

    static ListShown of(String study, Allocation allocation) {
        var list = requireNonNull(allocation.list());
        var takers = allocation.seats().entrySet().stream()
                .collect(Collectors.toMap(
                        seat -> place(seat.getValue().stratum(), seat.getValue().position()),
                        seat -> new Taker(
                                seat.getKey().toString(), seat.getValue().randomizedOn())));
        return new ListShown(
                study,
                PermutedBlocks.ALGORITHM,
                list.seed().sha256(),
                list.blockSizes(),
                list.shares().stream()
                        .map(share -> new ArmShown(
                                new SecretText(share.arm().code()), new SecretText(share.title()), share.weight()))
                        .toList(),
                list.strata().stream().map(stratum -> shown(stratum, takers)).toList());
    }

    private static StratumShown shown(StratumList stratum, Map<String, Taker> takers) {
        var places = new ArrayList<PlaceShown>();
        for (int block = 0; block < stratum.blocks().size(); block++) {
            for (var arm : stratum.blocks().get(block).arms()) {
                int position = places.size() + 1;
                var taker = takers.get(place(stratum.stratum(), position));
                places.add(new PlaceShown(
                        position,
                        block + 1,
                        new SecretText(arm.code()),
                        taker == null ? null : taker.subject(),
                        taker == null ? null : taker.on()));
            }
        }
        return new StratumShown(stratum.stratum(), places);
    }

    private static String place(String stratum, int position) {
        return position + "@" + stratum;
    }
}
