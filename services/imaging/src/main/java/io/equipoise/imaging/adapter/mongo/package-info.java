/** Read models in MongoDB: what others told of people and calendars, and the scans that came. */
@NullMarked
package io.equipoise.imaging.adapter.mongo;

import org.jspecify.annotations.NullMarked;
