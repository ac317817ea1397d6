package io.equipoise.studydesign.domain;

/** What is wrong with a definition, and where: a JSON pointer into it. */
public record Flaw(String pointer, String message) {}
