package io.equipoise.randomization.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a product lot when it comes: which product, from where, how strong, and which tests it has to
 * pass. Everything here can tell an arm, so it is kept encrypted and never prints itself.
 *
 * @param kind which arm it is for
 * @param passage of the cells that it comes from, where it comes from cells
 * @param donor the only person whom an autologous lot may be given to
 * @param tissueDonor the distinct identification code of whoever gave the tissue of an allogeneic lot, never a name (21 CFR
 *     1271.55(a)(1), 1271.290(c)); absent where nobody did, or where nobody said
 * @param doNotShipDays it is not sent any more so many days before it expires
 * @param doNotDispenseDays it is not handed out any more so many days before it expires
 */
public record LotSheet(
        String product,
        Arm kind,
        String source,
        @Nullable Integer passage,
        @Nullable String donor,
        @Nullable String tissueDonor,
        List<Strength> strengths,
        List<ReleaseTest> panel,
        LocalDate expiresOn,
        int doNotShipDays,
        int doNotDispenseDays) {

    /** How much of what is in one of what, as the certificate says it; dosing does the arithmetic. */
    public record Strength(String number, String unit, String per) {}

    /**
     * One test of the release panel, as the protocol or the certificate names it.
     *
     * @param unit of the number that is expected; absent where the test answers in words
     * @param lowest of the limits, both ends included; absent where there is none
     */
    public record ReleaseTest(
            String test,
            boolean mandatory,
            @Nullable String unit,
            @Nullable String lowest,
            @Nullable String highest) {
        boolean allows(String number) {
            return (lowest == null || Decimals.of(number).compareTo(Decimals.of(lowest)) >= 0)
                    && (highest == null || Decimals.of(number).compareTo(Decimals.of(highest)) <= 0);
        }
    }

    public LotSheet {
        strengths = List.copyOf(strengths);
        panel = List.copyOf(panel);
    }

    /** From whom the product comes: the person of an autologous lot, the tissue donor of another, or nobody. */
    ProductOrigin origin() {
        return donor != null ? new ProductOrigin(donor) : ProductOrigin.of(tissueDonor);
    }

    LocalDate lastShipDay() {
        return expiresOn.minusDays(doNotShipDays);
    }

    LocalDate lastDispenseDay() {
        return expiresOn.minusDays(doNotDispenseDays);
    }

    @Override
    public String toString() {
        return "LotSheet[hidden]";
    }
}
