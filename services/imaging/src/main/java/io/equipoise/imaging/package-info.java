/** Expected scans, DICOM intake, quality check, blinded reads. */
@NullMarked
package io.equipoise.imaging;

import org.jspecify.annotations.NullMarked;
