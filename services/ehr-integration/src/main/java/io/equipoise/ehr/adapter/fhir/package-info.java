/** HL7 FHIR R4 at the door: read strictly, answered in its own words. */
@NullMarked
package io.equipoise.ehr.adapter.fhir;

import org.jspecify.annotations.NullMarked;
