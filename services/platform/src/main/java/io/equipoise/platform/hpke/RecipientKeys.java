package io.equipoise.platform.hpke;

import java.util.Optional;

/**
 * What this service can seal to another, and open itself. An installation that needs neither has neither.
 *
 * @param sealing to whom; one service of the house reads what is sealed
 * @param opening given to that service alone
 */
public record RecipientKeys(Optional<RecipientKey> sealing, Optional<RecipientSecret> opening) {}
