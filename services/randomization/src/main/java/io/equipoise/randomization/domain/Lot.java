package io.equipoise.randomization.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A product lot with its results and the last decision; nothing of it is given before it is released (PR-6). */
public record Lot(LotSheet sheet, List<TestResult> results, LotVerdict verdict) {
    public Lot {
        results = List.copyOf(results);
    }

    /** Of several results of one test the last counts; the others are kept. */
    public Optional<TestResult> resultOf(String test) {
        return results.stream().filter(result -> result.test().equals(test)).reduce((earlier, later) -> later);
    }

    public List<String> failed() {
        return mandatory(
                test -> resultOf(test.test()).filter(result -> !result.passed()).isPresent());
    }

    public List<String> missing() {
        return mandatory(test -> resultOf(test.test()).isEmpty());
    }

    /** Tests that should have given a number and gave words: accepted, and shown as such (PR-11). */
    public List<String> inWordsOnly() {
        return sheet.panel().stream()
                .filter(test -> test.unit() != null)
                .filter(test -> resultOf(test.test())
                        .filter(result -> result.number() == null)
                        .isPresent())
                .map(LotSheet.ReleaseTest::test)
                .toList();
    }

    /** Released, and by its results as they are now it could be released again. */
    public boolean isReleased() {
        return verdict == LotVerdict.RELEASED && failed().isEmpty() && missing().isEmpty();
    }

    /** Why nothing of it may be handed out, for those who may know; empty where it may. */
    public List<String> obstacles() {
        var obstacles = new ArrayList<String>();
        failed().forEach(test -> obstacles.add(test + " failed"));
        missing().forEach(test -> obstacles.add(test + " is missing"));
        if (verdict != LotVerdict.RELEASED) {
            obstacles.add(verdict == LotVerdict.REJECTED ? "rejected" : "in quarantine");
        }
        return obstacles;
    }

    Lot with(TestResult result) {
        var more = new ArrayList<>(results);
        more.add(result);
        return new Lot(sheet, more, verdict);
    }

    Lot with(LotVerdict decided) {
        return new Lot(sheet, results, decided);
    }

    private List<String> mandatory(Predicate<LotSheet.ReleaseTest> which) {
        return sheet.panel().stream()
                .filter(LotSheet.ReleaseTest::mandatory)
                .filter(which)
                .map(LotSheet.ReleaseTest::test)
                .toList();
    }

    @Override
    public String toString() {
        return "Lot[hidden]";
    }
}
