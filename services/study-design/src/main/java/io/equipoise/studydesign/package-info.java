/** Study definitions: versions, gaps, activation, status, sites, and the anchors of others' seals. */
@NullMarked
package io.equipoise.studydesign;

import org.jspecify.annotations.NullMarked;
