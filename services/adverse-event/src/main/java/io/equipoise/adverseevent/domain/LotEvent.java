package io.equipoise.adverseevent.domain;

/**
 * An event that is linked to a lot.
 *
 * @param lot the packaging lot of the kit, which is the same for every arm
 * @param term as coded, or as reported where it is not coded
 */
public record LotEvent(String event, String subject, String lot, String term, Moment onset) {}
