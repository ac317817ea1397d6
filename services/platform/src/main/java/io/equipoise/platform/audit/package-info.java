/** Seals over the journal, their verification, and the doors for it. */
@NullMarked
package io.equipoise.platform.audit;

import org.jspecify.annotations.NullMarked;
