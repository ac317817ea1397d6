/** Studies as CDISC's Operational Data Model (ODM) 2.0: what a protocol plans, as metadata. */
@NullMarked
package io.equipoise.studydesign.adapter.odm;

import org.jspecify.annotations.NullMarked;
