package io.equipoise.pages;

/**
 * One part of a page as it stands: where it goes, how wide it is, and its markup.
 *
 * @param digest changes when the markup does
 */
public record Part(String id, String width, String digest, String html) {}
