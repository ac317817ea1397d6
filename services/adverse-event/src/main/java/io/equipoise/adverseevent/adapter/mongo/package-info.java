/** What this room has heard and what it shows. */
@NullMarked
package io.equipoise.adverseevent.adapter.mongo;

import org.jspecify.annotations.NullMarked;
