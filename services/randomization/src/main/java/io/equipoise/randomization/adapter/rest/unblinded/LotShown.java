package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.randomization.domain.Lot;
import io.equipoise.randomization.domain.LotSheet.ReleaseTest;
import io.equipoise.randomization.domain.LotSheet.Strength;
import io.equipoise.randomization.domain.LotVerdict;
import io.equipoise.randomization.domain.ProductLot;
import io.equipoise.randomization.domain.TestResult;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lot with its panel and what came out, for the unblinded. */
record LotShown(
        SecretText lot,
        SecretText product,
        SecretText kind,
        SecretText source,
        @Nullable Integer passage,
        @Nullable String donor,
        @Nullable SecretText tissueDonor,
        List<Strength> strengths,
        LocalDate expiresOn,
        int doNotShipDays,
        int doNotDispenseDays,
        LotVerdict verdict,
        boolean released,
        List<String> obstacles,
        List<String> flagged,
        List<TestShown> panel) {

    /** A test, and every result of it, the last of which counts. */
    record TestShown(ReleaseTest test, List<TestResult> results) {}

    static LotShown of(ProductLot name, Lot lot) {
        var sheet = lot.sheet();
        return new LotShown(
                new SecretText(name.text()),
                new SecretText(sheet.product()),
                new SecretText(sheet.kind().code()),
                new SecretText(sheet.source()),
                sheet.passage(),
                sheet.donor(),
                sheet.tissueDonor() == null ? null : new SecretText(sheet.tissueDonor()),
                sheet.strengths(),
                sheet.expiresOn(),
                sheet.doNotShipDays(),
                sheet.doNotDispenseDays(),
                lot.verdict(),
                lot.isReleased(),
                lot.obstacles(),
                lot.inWordsOnly(),
                sheet.panel().stream()
                        .map(test -> new TestShown(
                                test,
                                lot.results().stream()
                                        .filter(result -> result.test().equals(test.test()))
                                        .toList()))
                        .toList());
    }
}
