package io.equipoise.contracts.envelope;

/** Arithmetic of bytes in which each but zero has an inverse (FIPS 197, 4.2); to add is to xor. */
final class FieldOf256 {
    private static final int POLYNOMIAL = 0x11b;
    private static final int HIGH = 0x100;
    private static final int INVERSE = 254;

    private FieldOf256() {}

    static int times(int one, int other) {
        int product = 0;
        int left = one;
        for (int right = other; right != 0; right >>= 1) {
            if ((right & 1) == 1) {
                product ^= left;
            }
            left <<= 1;
            if ((left & HIGH) != 0) {
                left ^= POLYNOMIAL;
            }
        }
        return product;
    }

    /** By the inverse, which is the 254th power. */
    static int over(int one, int other) {
        if (other == 0) {
            throw new ArithmeticException("nothing is divided by zero");
        }
        int inverse = 1;
        for (int power = 0; power < INVERSE; power++) {
            inverse = times(inverse, other);
        }
        return times(one, inverse);
    }
}
