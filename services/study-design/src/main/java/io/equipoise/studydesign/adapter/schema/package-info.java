/** The published form of a definition. */
@NullMarked
package io.equipoise.studydesign.adapter.schema;

import org.jspecify.annotations.NullMarked;
