package io.equipoise.enrolment.domain;

/** What happened to a person, a place, an invitation, a site's rules, or a neighbour's anchors. Private until the published language names it. */
public sealed interface EnrolmentEvent
        permits SubjectEvent, PlaceEvent, InvitationEvent, SiteRulesEvent, SealAnchored {}
