/** What this room heard of subjects and of studies. */
@NullMarked
package io.equipoise.ehr.adapter.mongo;

import org.jspecify.annotations.NullMarked;
