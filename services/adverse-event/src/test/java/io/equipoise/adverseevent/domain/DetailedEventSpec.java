package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.MILD_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.DetailedEvent.Detail;
import io.equipoise.adverseevent.domain.DetailedEvent.Names;
import io.equipoise.adverseevent.domain.ProductAction.Action;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a site can say of an event beside its account (capabilities.md section 9; ICH E2B(R3) G.k.8). */
class DetailedEventSpec extends Specification<DetailedEvent, Detail, SafetyFact> {
    private static final Names NAMES =
            new Names(Set.of("MSC", "PLACEBO"), Set.of("INTRATHECAL", "INTRAVENOUS", "LASER"), Set.of("P1", "P2"));
    private static final ProductAction WITHDRAWN = new ProductAction("MSC", Action.WITHDRAWN);
    private static final EventDetails NOTHING = new EventDetails(List.of(), null, null, null, null, List.of());

    DetailedEventSpec() {
        super(DetailedEvent.DECIDER);
    }

    @Test
    void the_action_with_each_product_and_the_route_are_recorded() {
        var details = new EventDetails(List.of(WITHDRAWN), Route.INTRATHECAL, null, null, null, List.of());
        given(MILD_REPORTED).when(said(details)).then(new EventDetailed(REACTION, ANNA, details, null));
    }

    @ParameterizedTest
    @CsvSource({
        "WITHDRAWN,1",
        "DOSE_REDUCED,2",
        "DOSE_INCREASED,3",
        "DOSE_NOT_CHANGED,4",
        "UNKNOWN,0",
        "NOT_APPLICABLE,9"
    })
    void an_action_has_the_number_of_the_guideline(Action action, int code) {
        assertThat(action.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @Acceptance("AE-2")
    @CsvSource({"P1", "P2"})
    void an_event_of_a_crossover_is_put_to_one_of_its_periods(String period) {
        var details = new EventDetails(List.of(), null, null, period, null, List.of());
        given(MILD_REPORTED).when(said(details)).then(new EventDetailed(REACTION, ANNA, details, null));
    }

    @ParameterizedTest
    @Acceptance("AE-3")
    @CsvSource({"INTRATHECAL", "INTRAVENOUS", "LASER"})
    void an_event_of_a_treatment_of_several_is_put_to_one_of_its_components(String component) {
        var details = new EventDetails(List.of(), null, component, null, null, List.of());
        given(MILD_REPORTED).when(said(details)).then(new EventDetailed(REACTION, ANNA, details, null));
    }

    @ParameterizedTest
    @Acceptance("AE-8")
    @EnumSource(EventPlace.class)
    void an_event_can_be_where_something_was_put_in(EventPlace place) {
        var details = new EventDetails(List.of(), null, null, null, place, List.of());
        given(MILD_REPORTED).when(said(details)).then(new EventDetailed(REACTION, ANNA, details, null));
    }

    @Test
    void pregnancy_error_and_overdose_are_named_each_once() {
        var details = new EventDetails(
                List.of(),
                null,
                null,
                null,
                null,
                List.of(ReportableKind.OVERDOSE, ReportableKind.PREGNANCY, ReportableKind.OVERDOSE));
        assertThat(details.kinds()).containsExactly(ReportableKind.PREGNANCY, ReportableKind.OVERDOSE);
        assertThat(new EventDetailed(REACTION, ANNA, details, null).words()).isEqualTo("Details: PREGNANCY, OVERDOSE");
        assertThat(new EventDetailed(REACTION, ANNA, NOTHING, null).words()).isEqualTo("Details: none");
    }

    @Test
    void what_the_definition_does_not_name_is_refused_by_field() {
        refused(
                new EventDetails(List.of(), null, "EAR_DROPS", null, null, List.of()),
                "COMPONENT_UNKNOWN",
                "/component");
        refused(new EventDetails(List.of(), null, null, "P3", null, List.of()), "PERIOD_UNKNOWN", "/period");
        var aspirin = new ProductAction("ASPIRIN", Action.WITHDRAWN);
        refused(
                new EventDetails(List.of(WITHDRAWN, aspirin), null, null, null, null, List.of()),
                "PRODUCT_UNKNOWN",
                "/actions/1/product");
    }

    @Test
    void a_product_has_one_action() {
        var reduced = new ProductAction("MSC", Action.DOSE_REDUCED);
        refused(
                new EventDetails(List.of(WITHDRAWN, reduced), null, null, null, null, List.of()),
                "ACTION_REPEATED",
                "/actions/1/product");
    }

    @Test
    void who_changes_details_says_why_and_the_same_again_changes_nothing() {
        var inP1 = new EventDetails(List.of(), null, null, "P1", null, List.of());
        var inP2 = new EventDetails(List.of(), null, null, "P2", null, List.of());
        var said = given(MILD_REPORTED, new EventDetailed(REACTION, ANNA, inP1, null));
        said.when(said(inP1)).then();
        said.when(said(inP2)).refused("REASON_MISSING");
        said.when(said(inP2, "x".repeat(2_001))).refused("REASON_TOO_LONG");
        said.when(said(inP2, "wrong week")).then(new EventDetailed(REACTION, ANNA, inP2, "wrong week"));
    }

    @Test
    void nobody_details_what_was_not_reported() {
        given().when(said(NOTHING)).refused("ADVERSE_EVENT_UNKNOWN");
    }

    private void refused(EventDetails details, String code, String pointer) {
        assertThat(given(MILD_REPORTED).when(said(details)).refused(code).pointers())
                .containsExactly(pointer);
    }

    private static Detail said(EventDetails details) {
        return said(details, null);
    }

    private static Detail said(EventDetails details, @Nullable String reason) {
        return new Detail(details, reason, NAMES);
    }
}
