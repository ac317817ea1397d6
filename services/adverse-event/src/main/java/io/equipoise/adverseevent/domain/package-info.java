/** What counts as an adverse event, when it is serious, and the life of an alert. */
@NullMarked
package io.equipoise.adverseevent.domain;

import org.jspecify.annotations.NullMarked;
