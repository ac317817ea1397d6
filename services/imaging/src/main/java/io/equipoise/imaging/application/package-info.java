/** What may be asked of imaging, and what it needs for the answer. */
@NullMarked
package io.equipoise.imaging.application;

import org.jspecify.annotations.NullMarked;
