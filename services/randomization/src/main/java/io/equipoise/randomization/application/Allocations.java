package io.equipoise.randomization.application;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.randomization.domain.Allocation;
import io.equipoise.randomization.domain.AllocationCommand;
import io.equipoise.randomization.domain.AllocationEvent;

/** The allocations of all studies, one stream each: the list, its places and the kits change together or not at all. */
public final class Allocations {
    private final CommandHandler<Allocation, AllocationCommand, AllocationEvent> handler;

    public Allocations(CommandHandler<Allocation, AllocationCommand, AllocationEvent> handler) {
        this.handler = handler;
    }

    public static String stream(String study) {
        return "allocation/" + study;
    }

    public Allocation of(String study) {
        return handler.state(stream(study));
    }

    Outcome<AllocationEvent> handle(String study, AllocationCommand command, Attribution by) {
        return handler.handle(stream(study), command, by);
    }

    static Outcome<AllocationEvent> studyUnknown() {
        return new Outcome.Refused<>(Refusal.unknown("STUDY_UNKNOWN", "We were told of no such study."));
    }

    static Outcome<AllocationEvent> siteNotOpen(String site) {
        return new Outcome.Refused<>(Refusal.conflict(
                "SITE_NOT_OPEN", "We were not told that site %s of the study is open.".formatted(site)));
    }
}
