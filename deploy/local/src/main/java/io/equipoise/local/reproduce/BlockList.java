package io.equipoise.local.reproduce;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Permuted blocks, drawn again as the service's README says. */
final class BlockList {
    private BlockList() {}

    static List<String> draw(List<String> arms, List<Integer> shares, List<Integer> sizes, int slots, Octets octets) {
        var fills = new boolean[slots + 1];
        fills[0] = true;
        for (int n = 1; n <= slots; n++) {
            int places = n;
            fills[n] = sizes.stream().anyMatch(size -> size <= places && fills[places - size]);
        }
        var list = new ArrayList<String>();
        while (list.size() < slots) {
            int left = slots - list.size();
            var fit = sizes.stream()
                    .distinct()
                    .sorted()
                    .filter(size -> size <= left && fills[left - size])
                    .toList();
            list.addAll(block(arms, shares, fit.get(octets.below(fit.size())), octets));
        }
        return list;
    }

    private static List<String> block(List<String> arms, List<Integer> shares, int size, Octets octets) {
        int sum = shares.stream().mapToInt(Integer::intValue).sum();
        var block = new ArrayList<String>();
        for (int arm = 0; arm < arms.size(); arm++) {
            block.addAll(Collections.nCopies(size / sum * shares.get(arm), arms.get(arm)));
        }
        for (int last = size - 1; last > 0; last--) {
            Collections.swap(block, last, octets.below(last + 1));
        }
        return block;
    }
}
