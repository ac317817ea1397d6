/** What an administrator may do to what is known of a person. */
@NullMarked
package io.equipoise.ehr.adapter.rest;

import org.jspecify.annotations.NullMarked;
