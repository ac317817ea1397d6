package io.equipoise.adverseevent.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.ClusterNotice;
import io.equipoise.adverseevent.domain.CodedEvent;
import io.equipoise.adverseevent.domain.DetailedEvent;
import io.equipoise.adverseevent.domain.Dictionary;
import io.equipoise.adverseevent.domain.Inquiry;
import io.equipoise.adverseevent.domain.JudgedEvent;
import io.equipoise.adverseevent.domain.JudgementFact;
import io.equipoise.adverseevent.domain.Judges;
import io.equipoise.adverseevent.domain.SafetyInformation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What 0.2 added to events, as it was written then, read by today's code. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventsOfRelease02Test {
    private static final String ANNAS = "adverse-event/AE-3M7QW2XK";

    @RegisterExtension
    static final Released RELEASE = new Released("/journal/0.2-events.json");

    @Test
    void judgements_are_replayed_to_the_same_state() {
        var event = JudgedEvent.DECIDER.replay(RELEASE.facts(ANNAS));
        assertThat(event.judgements())
                .extracting(JudgementFact::words)
                .containsExactly(
                        "Caused by EXOSOMES, INTRAVENOUS, dose 1: PROBABLE (INVESTIGATOR, WHO-UMC)",
                        "Caused by EXOSOMES: UNLIKELY (SPONSOR, WHO-UMC)",
                        "UNEXPECTED of EXOSOMES by safety information 2.0");
        assertThat(event.judgements().get(1).reason()).isEqualTo("an infection was found");
    }

    @Test
    void safety_information_is_replayed_to_the_same_state() {
        var information = SafetyInformation.DECIDER.replay(RELEASE.facts("safety-information/NCT07146087"));
        assertThat(information.versions()).containsExactly(Judges.LIST_2);
    }

    @Test
    void codes_and_dictionaries_are_replayed_to_the_same_state() {
        var coded = CodedEvent.DECIDER.replay(RELEASE.facts(ANNAS)).codes().get("MADE_UP");
        assertThat(coded).isNotNull();
        assertThat(coded.words()).isEqualTo("Coded: Infusion-related Reaction (MADE_UP 1, M010)");
        assertThat(coded.reason()).isEqualTo("the nearest");
        assertThat(Dictionary.DECIDER
                        .replay(RELEASE.facts("dictionary/MADE_UP"))
                        .newest()
                        .orElseThrow()
                        .terms())
                .isEqualTo(4);
    }

    @Test
    void details_inquiries_and_clusters_are_replayed_to_the_same_state() {
        assertThat(DetailedEvent.DECIDER.replay(RELEASE.facts(ANNAS)).details())
                .hasToString("EventDetails[actions=[ProductAction[product=EXOSOMES, action=DOSE_REDUCED]],"
                        + " route=INTRAVENOUS, component=INTRAVENOUS, period=P1, place=INFUSION_SITE,"
                        + " kinds=[OVERDOSE]]");
        var inquiry = Inquiry.DECIDER.replay(RELEASE.facts("inquiry/NCT07146087-01-0001"));
        assertThat(inquiry.at("WEEK_4")).isEqualTo(Inquiry.Answer.NONE_FOUND);
        assertThat(inquiry.at("WEEK_8")).isEqualTo(Inquiry.Answer.EVENT);
        assertThat(ClusterNotice.DECIDER.replay(RELEASE.facts("cluster/CL-1")).last())
                .hasToString("ClusterNoticed[cluster=CL-1, study=NCT07146087, lot=P-0001, term=fever, people=2, "
                        + "events=[AE-1, AE-2]]");
    }

    @Test
    void a_reason_cannot_be_read_in_the_store() {
        assertThat(RELEASE.codec().encode(RELEASE.facts(ANNAS).get(2)).toJson())
                .contains("SPONSOR", "UNLIKELY")
                .doesNotContain("infection");
    }
}
