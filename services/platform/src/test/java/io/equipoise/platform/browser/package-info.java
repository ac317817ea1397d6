/** Pages in a real browser: seen, worked, and asked what keeps people out. */
@NullMarked
package io.equipoise.platform.browser;

import org.jspecify.annotations.NullMarked;
