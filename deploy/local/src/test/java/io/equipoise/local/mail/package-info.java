/** What the local stack promises, tried. */
@NullMarked
package io.equipoise.local.mail;

import org.jspecify.annotations.NullMarked;
