package io.equipoise.adverseevent.domain;

/**
 * Where a coded event counts: the system organ class of its term, by the dictionary that its holder uploaded.
 *
 * @param name as the dictionary writes it
 * @param term the preferred term, or the coded one where there is none above it
 * @param dictionary its name and version
 */
public record OrganClass(String name, String term, String dictionary) {}
