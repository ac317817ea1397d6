/** Studies in CDISC's Unified Study Definitions Model (USDM) 4.0: in, out, and what of it the language cannot hold. */
@NullMarked
package io.equipoise.studydesign.adapter.usdm;

import org.jspecify.annotations.NullMarked;
