/** A scan from the scanner to the reader: received, checked, read without knowing whose it is. */
@NullMarked
package io.equipoise.imaging.domain;

import org.jspecify.annotations.NullMarked;
