package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.KNOWN;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static io.equipoise.adverseevent.domain.Wards.TOLD;
import static io.equipoise.adverseevent.domain.Wards.VIENNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Inquiry.Answer;
import io.equipoise.adverseevent.domain.Inquiry.Ask;
import io.equipoise.adverseevent.domain.InquiryFact.EventsFound;
import io.equipoise.adverseevent.domain.InquiryFact.NoneFound;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An event, none found, or not asked (capabilities.md AE-4). */
class InquirySpec extends Specification<Inquiry, Ask, SafetyFact> {
    private static final LocalDate VISIT_DAY = LocalDate.parse("2025-03-11");
    private static final NoneFound NONE = new NoneFound(ANNA, "WEEK_4", VISIT_DAY);

    InquirySpec() {
        super(Inquiry.DECIDER);
    }

    @Test
    @Acceptance("AE-4")
    void asked_and_nothing_found_is_recorded() {
        given().when(ask("WEEK_4", List.of())).then(NONE);
        assertThat(Inquiry.DECIDER.replay(List.of(NONE)).at("WEEK_4")).isEqualTo(Answer.NONE_FOUND);
    }

    @Test
    @Acceptance("AE-4")
    void a_visit_at_which_nobody_asked_is_not_none() {
        assertThat(Inquiry.DECIDER.replay(List.of(NONE)).at("WEEK_8")).isEqualTo(Answer.NOT_ASKED);
        assertThat(Inquiry.DECIDER.initial().at("WEEK_4")).isEqualTo(Answer.NOT_ASKED);
    }

    @Test
    @Acceptance("AE-4")
    void asked_and_something_found_names_the_events() {
        var found = new EventsFound(ANNA, "WEEK_4", VISIT_DAY, List.of(REACTION));
        given().when(ask("WEEK_4", List.of(REACTION, REACTION))).then(found);
        assertThat(Inquiry.DECIDER.replay(List.of(found)).at("WEEK_4")).isEqualTo(Answer.EVENT);
    }

    @Test
    void what_comes_out_later_is_added_and_is_not_taken_back() {
        var found = new EventsFound(ANNA, "WEEK_4", VISIT_DAY, List.of(REACTION));
        given(NONE).when(ask("WEEK_4", List.of(REACTION))).then(found);
        given(found).when(ask("WEEK_4", List.of())).refused("EVENTS_ALREADY_FOUND");
        given(found).when(ask("WEEK_4", List.of(REACTION))).then();
    }

    @Test
    void what_cannot_be_is_refused_by_field() {
        assertThat(given().when(ask("WEEK_5", List.of()))
                        .refused("VISIT_UNKNOWN")
                        .pointers())
                .containsExactly("/visit");
        assertThat(given().when(ask("WEEK_4", List.of("AE-00000009")))
                        .refused("ADVERSE_EVENT_OF_ANOTHER")
                        .pointers())
                .containsExactly("/events");
        var tomorrow = new Ask(ANNA, "WEEK_4", VISIT_DAY.plusDays(1), List.of(), Set.of(), Set.of("WEEK_4"), KNOWN);
        assertThat(given().when(tomorrow).refused("IN_THE_FUTURE").pointers()).containsExactly("/askedOn");
        var nobody = new Ask(
                ANNA,
                "WEEK_4",
                VISIT_DAY,
                List.of(),
                Set.of(),
                Set.of("WEEK_4"),
                new Known(false, TOLD, VIENNA, List.of()));
        given().when(nobody).refused("SUBJECT_UNKNOWN");
    }

    private static Ask ask(String visit, List<String> events) {
        return new Ask(ANNA, visit, VISIT_DAY, events, Set.of(REACTION), Set.of("WEEK_4", "WEEK_8"), KNOWN);
    }
}
