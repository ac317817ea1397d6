package io.equipoise.enrolment.domain;

/** What happened to a person, to a study's places, or to the anchors of a neighbour. Private until the published language names it. */
public sealed interface EnrolmentEvent permits SubjectEvent, PlaceEvent, SealAnchored {}
