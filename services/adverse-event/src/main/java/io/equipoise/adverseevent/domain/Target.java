package io.equipoise.adverseevent.domain;

/** Who is told, by which channel: the name of a mailbox in the settings, or the address of a webhook. */
public record Target(Channel channel, String to) {}
