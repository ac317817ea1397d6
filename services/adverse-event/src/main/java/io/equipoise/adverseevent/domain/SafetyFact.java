package io.equipoise.adverseevent.domain;

/**
 * Anything that this service records for ever: about a person, what holds for all of a study, when a study stops, or the
 * watch that is kept.
 */
public sealed interface SafetyFact
        permits PersonFact, SafetyInformationFact, ClusterFact, DictionaryFact, StoppingFact, WatchFact {}
