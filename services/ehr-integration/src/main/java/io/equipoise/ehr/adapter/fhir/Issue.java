package io.equipoise.ehr.adapter.fhir;

/**
 * Something about a Bundle that its sender must know.
 *
 * @param code ours, permanent, UPPER_SNAKE_CASE
 * @param expression FHIRPath of the element, from the Bundle
 * @param text one sentence
 */
record Issue(String code, String expression, String text) {}
