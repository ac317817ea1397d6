/** A strict reader of DICOM files (PS3.5, PS3.10) and a writer of the DICOM JSON model (PS3.18 annex F): ours, no library. */
@NullMarked
package io.equipoise.imaging.adapter.dicom;

import org.jspecify.annotations.NullMarked;
