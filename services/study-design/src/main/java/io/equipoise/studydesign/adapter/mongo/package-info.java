/** Read models of study-design's own journal. */
@NullMarked
package io.equipoise.studydesign.adapter.mongo;

import org.jspecify.annotations.NullMarked;
