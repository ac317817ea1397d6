package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.LotSheet.ReleaseTest;
import io.equipoise.randomization.domain.SupplyCommand.DecideLot;
import io.equipoise.randomization.domain.SupplyCommand.RegisterLot;
import io.equipoise.randomization.domain.SupplyCommand.TestLot;
import io.equipoise.randomization.domain.SupplyEvent.LotDecided;
import io.equipoise.randomization.domain.SupplyEvent.LotRegistered;
import io.equipoise.randomization.domain.SupplyEvent.LotTested;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a lot is written down, tested and released: never while a mandatory test of it failed or is missing (PR-6). */
enum LotKeeping {
    ;
    private static final Refusal TISSUE_DONOR = Refusal.invalid(
            "TISSUE_DONOR_MALFORMED",
            "A tissue donor's code has 1 to 40 letters, digits and hyphens and is no name; an autologous lot has none,"
                    + " as its donor is its person.",
            "/tissueDonor");

    static Decision<AllocationEvent> register(Supply supply, RegisterLot command) {
        var sheet = command.sheet();
        if (supply.lots().containsKey(command.lot())) {
            return refuse(Refusal.conflict("LOT_ALREADY_REGISTERED", "A lot of that name is written down.", "/lot"));
        }
        if (!command.kinds().contains(sheet.kind())) {
            return refuse(Refusal.invalid(
                    "KIT_TYPE_UNKNOWN", "A lot is for a kind that the study's definition names.", "/kind"));
        }
        if (sheet.donor() != null && !isDonor(command.study(), sheet.donor())) {
            return refuse(Refusal.invalid("DONOR_MALFORMED", "A donor is a person of this study.", "/donor"));
        }
        if (sheet.tissueDonor() != null && (sheet.donor() != null || !ProductOrigin.isCode(sheet.tissueDonor()))) {
            return refuse(TISSUE_DONOR);
        }
        var malformed = malformed(sheet);
        return malformed.isEmpty()
                ? accept(new LotRegistered(command.study(), command.lot(), sheet))
                : refuse(Refusal.invalid(
                        "LOT_SHEET_MALFORMED",
                        "A lot has a product, a source, a passage from 0 on where it has one, strengths and limits that"
                                + " are numbers, tests with one name each, and days before its expiry from 0 to 3,650.",
                        malformed.toArray(String[]::new)));
    }

    static Decision<AllocationEvent> test(Supply supply, TestLot command) {
        var lot = supply.lots().get(command.lot());
        if (lot == null) {
            return refuse(SupplyRefusals.LOT_UNKNOWN);
        }
        if (command.told().isBefore(command.result().on())) {
            return refuse(SupplyRefusals.future("on"));
        }
        var test = lot.sheet().panel().stream()
                .filter(each -> each.test().equals(command.result().test()))
                .findFirst();
        return test.isEmpty()
                ? refuse(Refusal.invalid("TEST_UNKNOWN", "The lot's panel has no test of that name.", "/test"))
                : obstacle(lot, test.get(), command.result())
                        .map(Decision::<AllocationEvent>refuse)
                        .orElseGet(() -> accept(new LotTested(command.study(), command.lot(), command.result())));
    }

    static Decision<AllocationEvent> decide(Supply supply, DecideLot command) {
        var lot = supply.lots().get(command.lot());
        if (lot == null) {
            return refuse(SupplyRefusals.LOT_UNKNOWN);
        }
        if (lot.verdict() == LotVerdict.REJECTED) {
            return refuse(Refusal.conflict("LOT_REJECTED", "The lot was rejected; that is final."));
        }
        if (!SupplyRefusals.isLine(command.reason())) {
            return refuse(SupplyRefusals.reasonMissing());
        }
        if (command.told().isBefore(command.at())) {
            return refuse(SupplyRefusals.future("at"));
        }
        if (command.verdict() == LotVerdict.RELEASED
                && !(lot.failed().isEmpty() && lot.missing().isEmpty())) {
            return refuse(Refusal.conflict(
                    "LOT_TESTS_NOT_PASSED",
                    "A lot is released when every mandatory test of it passed: %s."
                            .formatted(String.join(
                                    ", ", lot.with(LotVerdict.RELEASED).obstacles()))));
        }
        return lot.verdict() == command.verdict() && command.verdict() == LotVerdict.RELEASED
                ? accept()
                : accept(new LotDecided(
                        command.study(),
                        command.lot(),
                        command.verdict(),
                        command.reason().strip(),
                        command.by(),
                        command.at()));
    }

    private static Optional<Refusal> obstacle(Lot lot, ReleaseTest test, TestResult result) {
        var number = result.number();
        if (number == null && (result.text() == null || !SupplyRefusals.isLine(result.text()))) {
            return Optional.of(Refusal.invalid(
                    "RESULT_MISSING", "A result is a number or words such as \"negative\".", "/number", "/text"));
        }
        if (number != null && (!Decimals.isDecimal(number) || !unitFits(test.unit(), result.unit()))) {
            return Optional.of(Refusal.invalid(
                    "RESULT_MALFORMED", "A number is a decimal in the unit that the panel names.", "/number", "/unit"));
        }
        if (number != null && result.passed() && !test.allows(number)) {
            return Optional.of(Refusal.invalid(
                    "RESULT_OUTSIDE_LIMITS", "A number outside the panel's limits has not passed.", "/passed"));
        }
        var why = result.why();
        if (lot.resultOf(test.test()).isPresent() && (why == null || !SupplyRefusals.isLine(why))) {
            return Optional.of(Refusal.invalid(
                    "RETEST_REASON_MISSING", "The test has a result; say why it was done again.", "/why"));
        }
        return Optional.empty();
    }

    private static boolean unitFits(@Nullable String expected, @Nullable String told) {
        return told != null && (expected == null || expected.equals(told));
    }

    private static boolean isDonor(String study, String donor) {
        return SubjectId.parse(donor).filter(who -> who.study().equals(study)).isPresent();
    }

    private static List<String> malformed(LotSheet sheet) {
        var tests = sheet.panel().stream().map(ReleaseTest::test).toList();
        return Stream.of(
                        wrong("/product", !SupplyRefusals.isLine(sheet.product())),
                        wrong("/source", !SupplyRefusals.isLine(sheet.source())),
                        wrong("/passage", sheet.passage() != null && sheet.passage() < 0),
                        wrong("/strengths", !sheet.strengths().stream().allMatch(LotKeeping::isStrength)),
                        wrong("/panel", !sheet.panel().stream().allMatch(LotKeeping::isTest)),
                        wrong("/panel", tests.stream().distinct().count() != tests.size()),
                        wrong("/doNotShipDays", !isMargin(sheet.doNotShipDays())),
                        wrong("/doNotDispenseDays", !isMargin(sheet.doNotDispenseDays())))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<String> wrong(String field, boolean isWrong) {
        return isWrong ? Optional.of(field) : Optional.empty();
    }

    private static boolean isStrength(LotSheet.Strength strength) {
        return Decimals.isDecimal(strength.number())
                && SupplyRefusals.isLine(strength.unit())
                && SupplyRefusals.isLine(strength.per());
    }

    private static boolean isTest(ReleaseTest test) {
        return SupplyRefusals.isLine(test.test())
                && Stream.of(Optional.ofNullable(test.lowest()), Optional.ofNullable(test.highest()))
                        .flatMap(Optional::stream)
                        .allMatch(Decimals::isDecimal);
    }

    private static boolean isMargin(int days) {
        return days >= 0 && days <= 3_650;
    }
}
