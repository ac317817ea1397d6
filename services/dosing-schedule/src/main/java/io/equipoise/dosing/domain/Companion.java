package io.equipoise.dosing.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a study definition says may be given beside the trial dose, such as a laser or a background therapy.
 *
 * @param confounder whether effects cannot be told apart from it; null where nobody says
 */
public record Companion(
        String companion, String title, @Nullable Boolean confounder) {}
