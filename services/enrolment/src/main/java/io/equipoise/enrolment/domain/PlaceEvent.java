package io.equipoise.enrolment.domain;

import io.equipoise.contracts.SubjectId;

/** What happened to the places of a study. */
public sealed interface PlaceEvent extends EnrolmentEvent {

    SubjectId subject();

    record PlaceTaken(SubjectId subject, Place place) implements PlaceEvent {}

    record PlaceReleased(SubjectId subject, Place place) implements PlaceEvent {}
}
