/** The authorities' profiles, as files. */
@NullMarked
package io.equipoise.adverseevent.adapter.profile;

import org.jspecify.annotations.NullMarked;
