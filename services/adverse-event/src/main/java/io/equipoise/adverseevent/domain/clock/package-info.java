/** When a case has to be reported, to whom, and why then. */
@NullMarked
package io.equipoise.adverseevent.domain.clock;

import org.jspecify.annotations.NullMarked;
