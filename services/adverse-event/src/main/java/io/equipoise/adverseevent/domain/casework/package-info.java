/** How cases are held against each other, and against the clinical record. */
@NullMarked
package io.equipoise.adverseevent.domain.casework;

import org.jspecify.annotations.NullMarked;
