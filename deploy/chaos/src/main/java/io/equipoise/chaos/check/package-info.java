/** What must hold between the client's book and the evidence; each can fail. */
@NullMarked
package io.equipoise.chaos.check;

import org.jspecify.annotations.NullMarked;
