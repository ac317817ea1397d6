/** Adverse events, and the alerts that nobody may miss. */
@NullMarked
package io.equipoise.adverseevent;

import org.jspecify.annotations.NullMarked;
