package io.equipoise.adverseevent.domain;

import io.equipoise.contracts.SubjectId;

/** Randomization told from which donor the product of a kit is that it handed out. Told to nobody. */
public record ProductOriginKept(SubjectId subject, int dose, String kit, ProductOrigin origin) implements PersonFact {}
