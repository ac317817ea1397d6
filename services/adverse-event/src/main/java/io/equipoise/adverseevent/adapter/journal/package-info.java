/** How this room's facts are written down. */
@NullMarked
package io.equipoise.adverseevent.adapter.journal;

import org.jspecify.annotations.NullMarked;
