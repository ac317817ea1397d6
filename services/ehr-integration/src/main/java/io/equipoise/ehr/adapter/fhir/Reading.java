package io.equipoise.ehr.adapter.fhir;

import io.equipoise.contracts.SubjectId;
import io.equipoise.ehr.domain.GivenConsent;
import io.equipoise.ehr.domain.Identity;
import io.equipoise.ehr.domain.ScreeningFact;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Bundle says, once it is understood.
 *
 * @param at where each fact stands, and the patient and the consent, as FHIRPath
 * @param unused what was not used and why, by entry
 */
record Reading(
        SubjectId subject,
        Identity identity,
        List<ScreeningFact> facts,
        @Nullable GivenConsent consent,
        Map<String, String> at,
        Map<Integer, Issue> unused) {}
