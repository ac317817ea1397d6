package io.equipoise.adverseevent.domain.aggregate;

import java.time.LocalDate;

/**
 * One dose that one person was given.
 *
 * @param on the civil day at the site
 */
public record Infusion(String subject, String site, int dose, String lot, LocalDate on) {}
