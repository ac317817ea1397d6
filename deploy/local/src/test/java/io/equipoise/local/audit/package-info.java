/** Verification of the audit trail from outside. */
@NullMarked
package io.equipoise.local.audit;

import org.jspecify.annotations.NullMarked;
