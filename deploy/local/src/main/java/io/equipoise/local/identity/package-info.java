/** Who may log in on a developer's machine: an OpenID provider without passwords. */
@NullMarked
package io.equipoise.local.identity;

import org.jspecify.annotations.NullMarked;
