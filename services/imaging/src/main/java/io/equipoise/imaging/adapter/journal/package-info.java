/** The names under which imaging's facts lie in the journal for ever. */
@NullMarked
package io.equipoise.imaging.adapter.journal;

import org.jspecify.annotations.NullMarked;
