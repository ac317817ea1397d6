package io.equipoise.imaging.domain.crossover;

import io.equipoise.imaging.domain.Contrast;
import io.equipoise.imaging.domain.LesionCounts;
import io.equipoise.imaging.domain.ScanEvent.ScanRead;
import io.equipoise.imaging.domain.crossover.CrossoverPlan.PlannedScan;
import io.equipoise.imaging.domain.crossover.CrossoverPlan.Stage;
import io.equipoise.imaging.domain.crossover.Standing.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was counted of one person in one period: the sums, and each planned scan with why it is in them or not. */
public record PeriodLesions(
        Stage period,
        LesionSum gadoliniumEnhancing,
        LesionSum newT2,
        LesionSum enlargingT2,
        List<OneScan> scans,
        CarryOver carryOver) {

    public PeriodLesions {
        scans = List.copyOf(scans);
    }

    /** A planned scan and what its read says. */
    public record OneScan(
            String timePoint,
            @Nullable Integer day,
            Standing standing,
            @Nullable Contrast contrast,
            @Nullable LesionCounts counts) {}

    /** The periods of a person in the definition's order; scans that belong to no period are in none of them. */
    public static List<PeriodLesions> of(CrossoverPlan plan, Function<String, Seen> person) {
        return plan.periods().stream()
                .map(stage -> of(
                        plan,
                        stage,
                        plan.scans().stream()
                                .filter(scan -> plan.periodOf(scan)
                                        .filter(stage::equals)
                                        .isPresent())
                                .toList(),
                        person))
                .toList();
    }

    /** The planned scans that no period holds, such as one at baseline. */
    public static List<String> outside(CrossoverPlan plan) {
        return plan.scans().stream()
                .filter(scan -> plan.periodOf(scan).isEmpty())
                .map(PlannedScan::scan)
                .toList();
    }

    private static PeriodLesions of(
            CrossoverPlan plan, Stage stage, List<PlannedScan> planned, Function<String, Seen> person) {
        var scans = new ArrayList<OneScan>();
        var counted = new ArrayList<PlannedScan>();
        var enhancing = LesionSum.EMPTY;
        var fresh = LesionSum.EMPTY;
        var enlarging = LesionSum.EMPTY;
        for (var scan : planned) {
            var seen = person.apply(scan.scan());
            var read = seen.read();
            enhancing =
                    added(enhancing, seen, read == null ? null : read.counts().gadoliniumEnhancing(), lacking(seen));
            fresh = added(fresh, seen, read == null ? null : read.counts().newT2(), NOT_COUNTED);
            enlarging =
                    added(enlarging, seen, read == null ? null : read.counts().enlargingT2(), NOT_COUNTED);
            scans.add(shown(scan, seen.standing(), read));
            if (read != null) {
                counted.add(scan);
            }
        }
        return new PeriodLesions(stage, enhancing, fresh, enlarging, scans, CarryOver.of(plan, stage, counted));
    }

    private static final String NOT_COUNTED = "NOT_COUNTED";

    private static OneScan shown(PlannedScan scan, Standing standing, @Nullable ScanRead read) {
        return read == null
                ? new OneScan(scan.scan(), scan.day(), standing, null, null)
                : new OneScan(scan.scan(), scan.day(), standing, read.contrast(), read.counts());
    }

    private static LesionSum added(LesionSum sum, Seen seen, @Nullable Integer lesions, String otherwise) {
        if (lesions != null) {
            return sum.counted(lesions);
        }
        return sum.without(seen.read() == null ? seen.standing().name() : otherwise);
    }

    private static String lacking(Seen seen) {
        var read = seen.read();
        return read != null && read.contrast() != Contrast.GIVEN ? "NO_CONTRAST" : NOT_COUNTED;
    }
}
