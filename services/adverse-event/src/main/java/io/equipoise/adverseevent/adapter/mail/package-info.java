/** Alerts as e-mail. */
@NullMarked
package io.equipoise.adverseevent.adapter.mail;

import org.jspecify.annotations.NullMarked;
