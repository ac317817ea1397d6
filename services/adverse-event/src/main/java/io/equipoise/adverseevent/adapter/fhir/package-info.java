/** Alerts as notifications of a FHIR subscription. */
@NullMarked
package io.equipoise.adverseevent.adapter.fhir;

import org.jspecify.annotations.NullMarked;
