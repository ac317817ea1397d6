package io.equipoise.randomization.domain.design;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sum of square roots of whole numbers, compared exactly. Square roots of different square-free numbers are linearly
 * independent over the rationals, and two roots belong to the same one just when the product of their radicands is a
 * square: so a difference is nothing just when, collected so, every part of it is nothing. A difference that is something
 * has a sign, which an interval shows as soon as it is narrow enough.
 */
final class RootSum {
    private static final int FIRST_BITS = 16;

    private final List<BigInteger> radicands;
    private final BigInteger firstFloor;

    private RootSum(List<BigInteger> radicands) {
        this.radicands = radicands;
        this.firstFloor = floor(radicands, FIRST_BITS);
    }

    static RootSum of(BigInteger... radicands) {
        return new RootSum(Arrays.stream(radicands)
                .filter(radicand -> radicand.signum() > 0)
                .toList());
    }

    static int compare(RootSum one, RootSum other) {
        int apart = sign(one, other, one.firstFloor.subtract(other.firstFloor));
        if (apart != 0 || isSame(one, other)) {
            return apart;
        }
        for (int bits = 2 * FIRST_BITS; ; bits *= 2) {
            int narrower = sign(one, other, floor(one.radicands, bits).subtract(floor(other.radicands, bits)));
            if (narrower != 0) {
                return narrower;
            }
        }
    }

    /** Which sum is the greater, from the difference of what is surely in them; 0 where the intervals still overlap. */
    private static int sign(RootSum one, RootSum other, BigInteger floors) {
        if (floors.compareTo(BigInteger.valueOf(other.radicands.size())) > 0) {
            return 1;
        }
        return floors.negate().compareTo(BigInteger.valueOf(one.radicands.size())) > 0 ? -1 : 0;
    }

    /** The sum times 2 to the power of bits, each root rounded down: at most one too little for each. */
    private static BigInteger floor(List<BigInteger> radicands, int bits) {
        return radicands.stream()
                .map(radicand -> radicand.shiftLeft(2 * bits).sqrt())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static boolean isSame(RootSum one, RootSum other) {
        var families = new ArrayList<Family>();
        one.radicands.forEach(radicand -> Family.collect(families, radicand, 1));
        other.radicands.forEach(radicand -> Family.collect(families, radicand, -1));
        return families.stream().allMatch(family -> family.sum.signum() == 0);
    }

    /** Roots that are rational multiples of the root of one of them. */
    private static final class Family {
        private final BigInteger first;
        private BigInteger sum = BigInteger.ZERO;

        private Family(BigInteger first) {
            this.first = first;
        }

        /** The root of a is the root of a * first, which is whole, over first, times the root of first. */
        static void collect(List<Family> families, BigInteger radicand, int sign) {
            for (var family : families) {
                var product = radicand.multiply(family.first).sqrtAndRemainder();
                if (product[1].signum() == 0) {
                    family.sum = family.sum.add(product[0].multiply(BigInteger.valueOf(sign)));
                    return;
                }
            }
            var family = new Family(radicand);
            family.sum = radicand.multiply(BigInteger.valueOf(sign));
            families.add(family);
        }
    }
}
