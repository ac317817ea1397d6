package io.equipoise.adverseevent.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * From when on events of the same kind after the same lot are a cluster; a study's own.
 *
 * @param people how many different people, 2 or more
 * @param within how far apart their onsets may lie; absent for however long
 */
public record LotThreshold(int people, @Nullable Duration within) {}
