/** Definitions as people write them: YAML or JSON, read strictly. */
@NullMarked
package io.equipoise.studydesign.adapter.text;

import org.jspecify.annotations.NullMarked;
