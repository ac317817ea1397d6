package io.equipoise.enrolment.domain;

/** What happened to a person or to a study's places. Private until the published language names it. */
public sealed interface EnrolmentEvent permits SubjectEvent, PlaceEvent {}
