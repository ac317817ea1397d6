/** Alerts to browsers that nobody looks at (RFC 8030, 8291, 8292). */
@NullMarked
package io.equipoise.adverseevent.adapter.push;

import org.jspecify.annotations.NullMarked;
