package io.equipoise.enrolment.domain;

/** What something is measured with, in the version that was used: values of two versions are not compared. */
public record Instrument(String name, String version) {}
