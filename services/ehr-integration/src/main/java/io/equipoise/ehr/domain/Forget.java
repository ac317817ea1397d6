package io.equipoise.ehr.domain;

import io.equipoise.contracts.SubjectId;

/** Forget who the subject is and what their record told (GDPR Art. 17). */
public record Forget(SubjectId subject, String reason) implements EhrCommand {}
