package io.equipoise.randomization.adapter.page.unblinded;

import io.equipoise.randomization.domain.Balance;
import io.equipoise.randomization.domain.Design;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * One randomization's balance as the statistician's page shows it: tables, and what the two pictures are drawn from.
 *
 * @param counts of the picture of arms
 * @param course of the picture of the imbalance after each allocation
 */
record BalanceView(
        int randomization,
        List<ArmRow> arms,
        String apart,
        int people,
        List<CutTable> tables,
        List<StepRow> steps,
        String counts,
        String course) {

    /** An arm, the people in it, and how many the ratio asks for. */
    record ArmRow(String code, String title, int weight, int people, String asked, String ahead) {
        @Override
        public String toString() {
            return "ArmRow[hidden]";
        }
    }

    /** The strata, the levels or the sites. */
    record CutTable(String id, String title, String of, List<CutRow> rows) {}

    /** One of them. */
    record CutRow(String name, int people, List<Integer> counts, List<String> asked, String apart) {
        @Override
        public String toString() {
            return "CutRow[hidden]";
        }
    }

    /** Somebody's allocation, and how far the arms were apart after it. */
    record StepRow(
            int ordinal,
            String subject,
            String site,
            String stratum,
            LocalDate on,
            String arm,
            String apart,
            String worstStratum) {
        @Override
        public String toString() {
            return "StepRow[" + subject + "]";
        }
    }

    @Override
    public String toString() {
        return "BalanceView[hidden]";
    }

    static BalanceView of(int randomization, Balance balance, JsonMapper json) {
        var arms = arms(balance);
        return new BalanceView(
                randomization,
                arms,
                balance.overall().apart().text(),
                balance.overall().all(),
                Arrays.stream(Balance.Kind.values())
                        .map(kind -> table(kind, randomization, balance))
                        .filter(table -> !table.rows().isEmpty())
                        .toList(),
                balance.steps().stream().map(BalanceView::row).toList(),
                json.writeValueAsString(Map.of("arms", bars(balance))),
                json.writeValueAsString(Map.of("points", points(balance.steps()))));
    }

    private static List<ArmRow> arms(Balance balance) {
        var count = balance.overall();
        return IntStream.range(0, balance.shares().size())
                .mapToObj(at -> row(
                        balance.shares().get(at),
                        count.people().get(at),
                        count.asked().get(at).text(),
                        count.ahead().get(at).text()))
                .toList();
    }

    private static ArmRow row(Design.Share share, int people, String asked, String ahead) {
        return new ArmRow(share.arm().code(), share.title(), share.weight(), people, asked, ahead);
    }

    private static CutTable table(Balance.Kind kind, int randomization, Balance balance) {
        var rows = balance.cuts().stream()
                .filter(cut -> cut.kind() == kind)
                .map(cut -> row(cut.name(), cut.count()))
                .toList();
        var id = "by-" + randomization + "-";
        return switch (kind) {
            case STRATUM -> new CutTable(id + "stratum", "By stratum", "Stratum", rows);
            case LEVEL -> new CutTable(id + "level", "By level of each factor", "Level", rows);
            case SITE -> new CutTable(id + "site", "By site", "Site", rows);
        };
    }

    private static CutRow row(String name, Balance.Count count) {
        return new CutRow(
                name,
                count.all(),
                count.people(),
                count.asked().stream().map(asked -> asked.text()).toList(),
                count.apart().text());
    }

    private static StepRow row(Balance.Step step) {
        var seat = step.seat();
        return new StepRow(
                seat.ordinal(),
                step.subject().toString(),
                step.subject().site(),
                seat.stratum(),
                seat.randomizedOn(),
                seat.arm().code(),
                step.apart().text(),
                step.worstStratum().text());
    }

    private static List<Map<String, Object>> bars(Balance balance) {
        var count = balance.overall();
        return IntStream.range(0, balance.shares().size())
                .mapToObj(at -> Map.<String, Object>of(
                        "arm",
                        balance.shares().get(at).arm().code(),
                        "people",
                        count.people().get(at),
                        "asked",
                        count.asked().get(at).rounded()))
                .toList();
    }

    private static List<Map<String, Object>> points(List<Balance.Step> steps) {
        return steps.stream()
                .map(step -> Map.<String, Object>of(
                        "ordinal",
                        step.seat().ordinal(),
                        "apart",
                        step.apart().rounded(),
                        "worst",
                        step.worstStratum().rounded()))
                .toList();
    }
}
