/** The protocol as a page to read and to print. */
@NullMarked
package io.equipoise.studydesign.adapter.page;

import org.jspecify.annotations.NullMarked;
