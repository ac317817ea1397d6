/** What a study definition is, what it leaves open, and when a study may start. */
@NullMarked
package io.equipoise.studydesign.domain;

import org.jspecify.annotations.NullMarked;
