/** What people and other services ask of study-design. */
@NullMarked
package io.equipoise.studydesign.application;

import org.jspecify.annotations.NullMarked;
