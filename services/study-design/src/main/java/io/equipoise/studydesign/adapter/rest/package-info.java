/** The doors of study-design, and definitions as people write them. */
@NullMarked
package io.equipoise.studydesign.adapter.rest;

import org.jspecify.annotations.NullMarked;
