/** What every service is built from. No domain word in here. */
@NullMarked
package io.equipoise.platform;

import org.jspecify.annotations.NullMarked;
