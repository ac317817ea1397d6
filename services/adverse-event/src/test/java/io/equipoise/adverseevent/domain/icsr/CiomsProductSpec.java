package io.equipoise.adverseevent.domain.icsr;

import static io.equipoise.adverseevent.domain.icsr.Treated.FIRST;
import static io.equipoise.adverseevent.domain.icsr.Treated.SECOND;
import static io.equipoise.adverseevent.domain.icsr.Treated.action;
import static io.equipoise.adverseevent.domain.icsr.Treated.by;
import static io.equipoise.adverseevent.domain.icsr.Treated.ended;
import static io.equipoise.adverseevent.domain.icsr.Treated.report;
import static io.equipoise.adverseevent.domain.icsr.Treated.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.EventOutcome;
import io.equipoise.adverseevent.domain.ProductAction.Action;
import io.equipoise.adverseevent.domain.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The suspect medicines on the form (CIOMS I boxes 14 to 21). */
class CiomsProductSpec {
    @Test
    void the_form_says_what_was_given_how_when_and_for_how_long() {
        var form = CiomsForm.of(report(told(List.of(FIRST, SECOND), by(Route.INTRAVENOUS, null, null))));
        assertThat(form.boxes())
                .containsEntry("14", "blinded study product (blinded)\nlot: P-0001, P-0002")
                .containsEntry("15", "100 mL dose 1\ndose 2")
                .containsEntry("16", "intravenous")
                .containsEntry("17", "")
                .containsEntry("18", "11-MAR-2025 / 11-MAR-2025\n03-JUN-2025")
                .containsEntry("19", "45 min");
    }

    @Test
    void whether_it_abated_when_stopped_is_ticked_as_far_as_the_action_and_the_outcome_say() {
        assertThat(stopped(Action.WITHDRAWN, EventOutcome.RECOVERED)).containsExactly("STOPPED_YES");
        assertThat(stopped(Action.WITHDRAWN, EventOutcome.RECOVERING)).containsExactly("STOPPED_YES");
        assertThat(stopped(Action.WITHDRAWN, EventOutcome.NOT_RECOVERED)).containsExactly("STOPPED_NO");
        assertThat(stopped(Action.WITHDRAWN, EventOutcome.FATAL)).containsExactly("STOPPED_NO");
        assertThat(stopped(Action.WITHDRAWN, EventOutcome.RECOVERED_WITH_SEQUELAE))
                .isEmpty();
        assertThat(stopped(Action.DOSE_NOT_CHANGED, EventOutcome.RECOVERED)).containsExactly("STOPPED_NA");
        assertThat(stopped(Action.NOT_APPLICABLE, EventOutcome.RECOVERED)).containsExactly("STOPPED_NA");
        assertThat(stopped(Action.DOSE_REDUCED, EventOutcome.RECOVERED)).isEmpty();
        assertThat(stopped(Action.UNKNOWN, EventOutcome.RECOVERED)).isEmpty();
    }

    private static List<String> stopped(Action action, EventOutcome outcome) {
        return CiomsForm.of(report(told(ended(outcome), List.of(FIRST), action(action)))).ticked().stream()
                .filter(square -> square.startsWith("STOPPED"))
                .toList();
    }

    @Test
    void whether_it_came_back_is_not_applicable_where_it_was_never_given_again_and_else_left_open() {
        assertThat(CiomsForm.of(report(told(List.of(FIRST), action(Action.WITHDRAWN))))
                        .ticked())
                .contains("AGAIN_NA");
        assertThat(CiomsForm.of(report(told(List.of(FIRST, SECOND), action(Action.WITHDRAWN))))
                        .ticked())
                .noneMatch(square -> square.startsWith("AGAIN"));
    }
}
