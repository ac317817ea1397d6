/** What is asked of every door of every service, generated from the doors themselves. */
@NullMarked
package io.equipoise.platform.doors;

import org.jspecify.annotations.NullMarked;
