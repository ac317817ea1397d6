package io.equipoise.enrolment.domain;

/** A seal of the service that anchors everybody else's was written down here. */
public record SealAnchored(String service, int lane, long to, String seal) implements EnrolmentEvent {}
