package io.equipoise.dosing.domain;

/** What happened to a person's calendar or to a study's dose groups. */
public sealed interface DosingEvent permits CalendarEvent, CohortEvent {}
