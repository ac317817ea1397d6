package io.equipoise.randomization.domain.design;

import java.util.List;

/**
 * Atkinson's loss of efficiency of two equal arms (Journal of the Royal Statistical Society A 2002;165:349): with z = +1 or
 * -1 for each person's arm and F the constant and the levels of the characteristics, L = z'F (F'F)^- F'z. As many people as L
 * might have been spared, had the arms been balanced at every level: the treatment's variance is that of n - L people.
 */
final class Loss {
    private static final double NOTHING = 1e-9;

    private final int[] offsets;
    private final double[][] crossed;
    private final double[] signed;

    Loss(Population population) {
        offsets = new int[population.weights().size()];
        int columns = 1;
        for (int characteristic = 0; characteristic < offsets.length; characteristic++) {
            offsets[characteristic] = columns;
            columns += population.levels(characteristic);
        }
        crossed = new double[columns][columns];
        signed = new double[columns];
    }

    void add(List<Integer> levels, int arm) {
        for (int one = -1; one < offsets.length; one++) {
            int row = column(levels, one);
            signed[row] += arm == 0 ? 1 : -1;
            for (int other = -1; other < offsets.length; other++) {
                crossed[row][column(levels, other)]++;
            }
        }
    }

    /** The length of z's shadow on F, squared; columns that others already say are passed over. Nothing may be added later. */
    double value() {
        double loss = 0;
        for (int pivot = 0; pivot < signed.length; pivot++) {
            double length = crossed[pivot][pivot];
            if (length > NOTHING) {
                loss += signed[pivot] * signed[pivot] / length;
                sweep(pivot, length);
            }
        }
        return loss;
    }

    private void sweep(int pivot, double length) {
        for (int row = pivot + 1; row < signed.length; row++) {
            double part = crossed[row][pivot] / length;
            if (part != 0) {
                signed[row] -= part * signed[pivot];
                for (int column = pivot + 1; column < signed.length; column++) {
                    crossed[row][column] -= part * crossed[pivot][column];
                }
            }
        }
    }

    private int column(List<Integer> levels, int characteristic) {
        return characteristic < 0 ? 0 : offsets[characteristic] + levels.get(characteristic);
    }
}
