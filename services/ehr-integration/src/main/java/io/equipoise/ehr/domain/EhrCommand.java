package io.equipoise.ehr.domain;

/** What may be asked of the tie between a subject and a patient. */
public sealed interface EhrCommand permits Receive, Forget {}
