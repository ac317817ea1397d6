/** Alerts as signed webhooks. */
@NullMarked
package io.equipoise.adverseevent.adapter.webhook;

import org.jspecify.annotations.NullMarked;
