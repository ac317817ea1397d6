/** The link that acknowledges an alert. */
@NullMarked
package io.equipoise.adverseevent.adapter.link;

import org.jspecify.annotations.NullMarked;
