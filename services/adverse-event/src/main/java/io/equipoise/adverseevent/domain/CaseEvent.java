package io.equipoise.adverseevent.domain;

/**
 * An event as the case tells it: a copy of one account of the clinical record. Later accounts are compared with it.
 *
 * @param version of the event's record that the copy was made of
 */
public record CaseEvent(String event, int version, Account account) {}
