/** The pages of a safety officer. */
@NullMarked
package io.equipoise.adverseevent.adapter.page;

import org.jspecify.annotations.NullMarked;
