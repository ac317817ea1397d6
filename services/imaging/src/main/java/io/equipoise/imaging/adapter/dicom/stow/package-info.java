/** The door for scanners and uploaders: STOW-RS (PS3.18 section 10.5). */
@NullMarked
package io.equipoise.imaging.adapter.dicom.stow;

import org.jspecify.annotations.NullMarked;
