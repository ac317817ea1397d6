/** A small service of no domain, to try the platform with. */
@NullMarked
package io.equipoise.platform.sample;

import org.jspecify.annotations.NullMarked;
