package io.equipoise.enrolment.domain;

import static io.equipoise.enrolment.domain.Trial.ANNA;
import static io.equipoise.enrolment.domain.Trial.BORIS;
import static io.equipoise.enrolment.domain.Trial.CLARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.domain.PlaceCommand.ReleasePlace;
import io.equipoise.enrolment.domain.PlaceCommand.TakePlace;
import io.equipoise.enrolment.domain.PlaceEvent.PlaceReleased;
import io.equipoise.enrolment.domain.PlaceEvent.PlaceTaken;
import io.equipoise.platform.Specification;
import org.junit.jupiter.api.Test;

class PlacesSpec extends Specification<Places, PlaceCommand, EnrolmentEvent> {
    static final Place FIRST = new Place(1, 1);
    static final Place SECOND = new Place(2, 2);

    PlacesSpec() {
        super(Places.DECIDER);
    }

    @Test
    void places_are_numbered_in_the_order_of_taking() {
        given().when(new TakePlace(ANNA, 2, null)).then(new PlaceTaken(ANNA, FIRST));
        given(new PlaceTaken(ANNA, FIRST)).when(new TakePlace(BORIS, 2, null)).then(new PlaceTaken(BORIS, SECOND));
    }

    @Test
    void a_person_takes_one_place() {
        given(new PlaceTaken(ANNA, FIRST)).when(new TakePlace(ANNA, 2, null)).then();
    }

    @Test
    void the_study_target_is_the_cap_and_the_refusal_says_it() {
        assertThat(given(new PlaceTaken(ANNA, FIRST), new PlaceTaken(BORIS, SECOND))
                        .when(new TakePlace(CLARA, 2, null))
                        .refused("ENROLMENT_CAP_REACHED")
                        .detail())
                .isEqualTo("all 2 places of study NCT07146087 are taken");
    }

    @Test
    void a_site_has_a_cap_of_its_own_and_others_go_on() {
        assertThat(given(new PlaceTaken(ANNA, FIRST))
                        .when(new TakePlace(BORIS, 20, 1))
                        .refused("ENROLMENT_CAP_REACHED")
                        .detail())
                .isEqualTo("all 1 places of site 01 are taken");
        given(new PlaceTaken(ANNA, FIRST)).when(new TakePlace(CLARA, 20, 1)).then(new PlaceTaken(CLARA, SECOND));
    }

    @Test
    void without_a_target_nobody_takes_a_place() {
        given().when(new TakePlace(ANNA, null, null)).refused("ENROLMENT_TARGET_UNKNOWN");
    }

    @Test
    void a_released_ordinal_is_given_again_under_a_new_number() {
        given(new PlaceTaken(ANNA, FIRST), new PlaceTaken(BORIS, SECOND), new PlaceReleased(ANNA, FIRST))
                .when(new TakePlace(CLARA, 2, null))
                .then(new PlaceTaken(CLARA, new Place(3, 1)));
    }

    @Test
    void only_the_place_that_is_held_is_released() {
        given(new PlaceTaken(ANNA, FIRST)).when(new ReleasePlace(ANNA, 1)).then(new PlaceReleased(ANNA, FIRST));
        given(new PlaceTaken(ANNA, SECOND)).when(new ReleasePlace(ANNA, 1)).then();
        given().when(new ReleasePlace(ANNA, 1)).then();
    }
}
