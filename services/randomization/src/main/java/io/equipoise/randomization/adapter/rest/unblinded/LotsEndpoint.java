package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.Allocations;
import io.equipoise.randomization.application.StockKeeping;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.LotSheet;
import io.equipoise.randomization.domain.LotSheet.ReleaseTest;
import io.equipoise.randomization.domain.LotSheet.Strength;
import io.equipoise.randomization.domain.LotVerdict;
import io.equipoise.randomization.domain.ProductLot;
import io.equipoise.randomization.domain.SupplyCommand.DecideLot;
import io.equipoise.randomization.domain.SupplyCommand.RegisterLot;
import io.equipoise.randomization.domain.SupplyCommand.TestLot;
import io.equipoise.randomization.domain.TestResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Product lots, for the people who test and release them. A lot's name stands in the body, because addresses are logged. */
@RestController
@RequestMapping("/api/studies/{study}")
class LotsEndpoint {
    private final StockKeeping keeping;
    private final Allocations allocations;

    LotsEndpoint(StockKeeping keeping, Allocations allocations) {
        this.keeping = keeping;
        this.allocations = allocations;
    }

    record LotRequest(
            SecretText lot,
            SecretText product,
            SecretText kind,
            SecretText source,
            @Nullable Integer passage,
            @Nullable String donor,
            @Nullable SecretText tissueDonor,
            List<Strength> strengths,
            List<ReleaseTest> panel,
            LocalDate expiresOn,
            int doNotShipDays,
            int doNotDispenseDays) {}

    record ResultRequest(
            SecretText lot,
            String test,
            @Nullable String number,
            @Nullable String unit,
            @Nullable String text,
            boolean passed,
            LocalDate on,
            @Nullable String why) {
        @Override
        public String toString() {
            return "ResultRequest[hidden]";
        }
    }

    record DecisionRequest(SecretText lot, LotVerdict verdict, String reason, Instant at) {}

    record LotAnswer(String study, SecretText lot, boolean released, List<String> obstacles, List<String> flagged) {}

    @PostMapping("/lots")
    @Allowed(Role.PHARMACIST)
    ResponseEntity<Object> register(
            @PathVariable String study, @RequestBody LotRequest request, Caller caller, Attribution by) {
        caller.mustSeeEverySite();
        var lot = lot(request.lot());
        var sheet = sheet(request);
        return Answers.created(
                keeping.ask(study, (kinds, now) -> new RegisterLot(study, lot, sheet, kinds), by),
                commit -> answer(study, lot));
    }

    @PostMapping("/lot-tests")
    @Allowed(Role.PHARMACIST)
    ResponseEntity<Object> test(
            @PathVariable String study, @RequestBody ResultRequest request, Caller caller, Attribution by) {
        caller.mustSeeEverySite();
        var lot = lot(request.lot());
        var result = new TestResult(
                request.test(),
                request.number(),
                request.unit(),
                request.text(),
                request.passed(),
                request.on(),
                request.why());
        return Answers.created(
                keeping.ask(study, (kinds, now) -> new TestLot(study, lot, result, now), by),
                commit -> answer(study, lot));
    }

    /** By a pharmacist, or by a qualified person of the sponsor's operations. */
    @PostMapping("/lot-decisions")
    @Allowed({Role.PHARMACIST, Role.OPERATIONS})
    ResponseEntity<Object> decide(
            @PathVariable String study, @RequestBody DecisionRequest request, Caller caller, Attribution by) {
        caller.mustSeeEverySite();
        var lot = lot(request.lot());
        return Answers.created(
                keeping.ask(
                        study,
                        (kinds, now) -> new DecideLot(
                                study, lot, request.verdict(), request.reason(), caller.name(), request.at(), now),
                        by.withHappenedAt(request.at())),
                commit -> answer(study, lot));
    }

    @GetMapping("/lots")
    @Allowed(Role.PHARMACIST)
    List<LotShown> lots(@PathVariable String study, Caller caller) {
        caller.mustSeeEverySite();
        return allocations.of(study).stock().supply().lots().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(ProductLot::text)))
                .map(lot -> LotShown.of(lot.getKey(), lot.getValue()))
                .toList();
    }

    private LotAnswer answer(String study, ProductLot name) {
        var lot = allocations.of(study).stock().supply().lots().get(name);
        return lot == null
                ? new LotAnswer(study, new SecretText(name.text()), false, List.of(), List.of())
                : new LotAnswer(
                        study, new SecretText(name.text()), lot.isReleased(), lot.obstacles(), lot.inWordsOnly());
    }

    private static ProductLot lot(SecretText text) {
        if (!ProductLot.isLot(text.text())) {
            throw Problem.badRequest("LOT_MALFORMED", "A lot has 1 to 64 printable ASCII letters.", "/lot");
        }
        return new ProductLot(text.text());
    }

    private static LotSheet sheet(LotRequest request) {
        var kind = Arm.read(request.kind().text())
                .orElseThrow(() -> Problem.badRequest(
                        "KIT_TYPE_MALFORMED", "A lot is for an arm of the study, 1 to 40 letters.", "/kind"));
        var tissueDonor = request.tissueDonor();
        return new LotSheet(
                request.product().text(),
                kind,
                request.source().text(),
                request.passage(),
                request.donor(),
                tissueDonor == null ? null : tissueDonor.text(),
                request.strengths(),
                request.panel(),
                request.expiresOn(),
                request.doNotShipDays(),
                request.doNotDispenseDays());
    }
}
