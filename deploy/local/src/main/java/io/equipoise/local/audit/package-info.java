/** Verification of the audit trail from outside, by the doors alone. */
@NullMarked
package io.equipoise.local.audit;

import org.jspecify.annotations.NullMarked;
