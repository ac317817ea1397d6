package io.equipoise.adverseevent.domain;

import java.time.Instant;

/**
 * A signature as 21 CFR 11.50(a) asks for it: the printed name, when, and what it means.
 *
 * @param account that was logged in
 * @param role in which they signed
 * @param meaning such as review or approval
 */
public record Signature(String name, String account, Lifter role, String meaning, Instant at) {}
