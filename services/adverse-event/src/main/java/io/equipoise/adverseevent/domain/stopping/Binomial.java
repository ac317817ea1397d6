package io.equipoise.adverseevent.domain.stopping;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** How many of n people have an event when each has it with the same chance, independently of the others; exact. */
record Binomial(int n, Share chance) {

    /** P(at most k of n). */
    Share atMost(int k) {
        return k >= n ? Share.of(1, 1) : new Share(sum(k), chance.whole().pow(n));
    }

    /** P(at least k of n), for k = 1, 2, ... n. */
    List<Share> tails() {
        var whole = chance.whole().pow(n);
        var left = whole;
        var tails = new ArrayList<Share>();
        for (var weight : weights(n - 1)) {
            left = left.subtract(weight);
            tails.add(new Share(left, whole));
        }
        return tails;
    }

    private BigInteger sum(int k) {
        return weights(k).stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** In how many of the equally likely worlds exactly 0, 1, ... k people have it. */
    private List<BigInteger> weights(int k) {
        var hit = chance.part();
        var spared = chance.whole().subtract(hit);
        var weights = new ArrayList<BigInteger>();
        var ways = BigInteger.ONE;
        var spares = new ArrayList<>(List.of(BigInteger.ONE));
        for (int i = 1; i <= n; i++) {
            spares.add(spares.getLast().multiply(spared));
        }
        var hits = BigInteger.ONE;
        for (int i = 0; i <= k; i++) {
            weights.add(ways.multiply(hits).multiply(spares.get(n - i)));
            ways = ways.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1L));
            hits = hits.multiply(hit);
        }
        return weights;
    }
}
