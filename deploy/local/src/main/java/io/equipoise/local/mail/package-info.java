/** Takes every mail and delivers none. */
@NullMarked
package io.equipoise.local.mail;

import org.jspecify.annotations.NullMarked;
