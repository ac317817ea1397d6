/** What a site's record tells of a person, and who that person is. */
@NullMarked
package io.equipoise.ehr.domain;

import org.jspecify.annotations.NullMarked;
