/** The blinded facts of a study as CDISC's Operational Data Model (ODM) 2.0: clinical data with audit records. */
@NullMarked
package io.equipoise.operations.adapter.odm;

import org.jspecify.annotations.NullMarked;
