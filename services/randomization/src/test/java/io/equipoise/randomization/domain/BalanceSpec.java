package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Trial.DAY_0;
import static io.equipoise.randomization.domain.Trial.EXOSOMES;
import static io.equipoise.randomization.domain.Trial.ONE_TO_ONE;
import static io.equipoise.randomization.domain.Trial.SALINE;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.Balance.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How even the arms are: exactly, over all, by stratum, level and site, and after each allocation. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BalanceSpec {
    private static final List<Design.Share> TWO_TO_ONE = List.of(
            new Design.Share(EXOSOMES, "MSC-Derived Exosomes", 2), new Design.Share(SALINE, "Normal Saline", 1));
    private final Map<SubjectId, Seat> seats = new HashMap<>();

    private BalanceSpec came(String site, String stratum, Arm arm) {
        int ordinal = seats.size() + 1;
        seats.put(new SubjectId(STUDY, site, ordinal), new Seat(stratum, ordinal, ordinal, DAY_0, arm));
        return this;
    }

    @Test
    void nobody_is_balanced() {
        var balance = Balance.of(ONE_TO_ONE, Map.of());
        assertThat(balance.overall().all()).isZero();
        assertThat(balance.overall().apart().text()).isEqualTo("0");
        assertThat(balance.cuts()).isEmpty();
        assertThat(balance.steps()).isEmpty();
    }

    @Test
    void after_each_allocation_it_is_known_how_far_the_arms_were_apart() {
        var balance = Balance.of(
                ONE_TO_ONE,
                came("01", "ALL", EXOSOMES)
                        .came("01", "ALL", EXOSOMES)
                        .came("02", "ALL", SALINE)
                        .came("02", "ALL", SALINE)
                        .came("01", "ALL", SALINE)
                        .seats);
        assertThat(balance.steps().stream().map(step -> step.apart().text())).containsExactly("1", "2", "1", "0", "1");
        assertThat(texts(balance.overall().asked())).containsExactly("2 1/2", "2 1/2");
        assertThat(texts(balance.overall().ahead())).containsExactly("-1/2", "1/2");
    }

    @Test
    void a_balance_over_all_hides_no_imbalance_of_a_site_or_stratum() {
        var balance = Balance.of(
                ONE_TO_ONE,
                came("01", "AGE=OLD;SEX=F", EXOSOMES)
                        .came("01", "AGE=OLD;SEX=F", EXOSOMES)
                        .came("02", "AGE=OLD;SEX=M", SALINE)
                        .came("02", "AGE=YOUNG;SEX=M", SALINE)
                        .seats);
        assertThat(balance.overall().apart().text()).isEqualTo("0");
        assertThat(balance.steps().getLast().worstStratum().text()).isEqualTo("2");
        assertThat(apart(balance, Kind.SITE)).isEqualTo(Map.of("01", "2", "02", "2"));
        assertThat(apart(balance, Kind.STRATUM))
                .isEqualTo(Map.of("AGE=OLD;SEX=F", "2", "AGE=OLD;SEX=M", "1", "AGE=YOUNG;SEX=M", "1"));
        assertThat(apart(balance, Kind.LEVEL))
                .isEqualTo(Map.of("AGE=OLD", "1", "AGE=YOUNG", "1", "SEX=F", "2", "SEX=M", "2"));
    }

    @Test
    void an_unequal_ratio_is_balanced_where_each_arm_has_its_share() {
        came("01", "ALL", EXOSOMES).came("01", "ALL", SALINE);
        var two = Balance.of(TWO_TO_ONE, seats).overall();
        assertThat(texts(two.asked())).containsExactly("1 1/3", "2/3");
        assertThat(texts(two.ahead())).containsExactly("-1/3", "1/3");
        assertThat(two.apart().text()).isEqualTo("2/3");
        came("01", "ALL", EXOSOMES);
        assertThat(Balance.of(TWO_TO_ONE, seats).overall().apart().text()).isEqualTo("0");
    }

    @Test
    void it_never_prints_an_arm_or_a_count() {
        var balance = Balance.of(ONE_TO_ONE, came("01", "ALL", EXOSOMES).seats);
        assertThat(balance.toString() + balance.overall() + balance.cuts() + balance.steps())
                .doesNotContain("EXOSOMES", "[1, 0]");
    }

    private static List<String> texts(List<Fraction> fractions) {
        return fractions.stream().map(Fraction::text).toList();
    }

    private static Map<String, String> apart(Balance balance, Kind kind) {
        var apart = new HashMap<String, String>();
        balance.cuts().stream()
                .filter(cut -> cut.kind() == kind)
                .forEach(cut -> apart.put(cut.name(), cut.count().apart().text()));
        return apart;
    }
}
