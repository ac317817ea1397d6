/** A printed table of studies, read without guessing: what is missing stays missing, what is doubtful waits for a person. */
@NullMarked
package io.equipoise.studydesign.domain.table;

import org.jspecify.annotations.NullMarked;
