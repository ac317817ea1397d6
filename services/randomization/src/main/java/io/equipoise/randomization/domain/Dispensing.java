package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;
import static java.util.Objects.requireNonNull;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.AllocationCommand.Dispense;
import io.equipoise.randomization.domain.AllocationEvent.KitDispensed;
import io.equipoise.randomization.domain.AllocationEvent.ProductOriginNoted;
import java.util.Comparator;
import java.util.HexFormat;

/** Whether a subject gets a kit, and which: chosen by a keyed hash, so that no order of numbers tells anything. */
enum Dispensing {
    ;
    /** The name under which this way of choosing is kept. */
    static final String CHOICE = "equipoise.kit-choice.v1";

    private static final int LAST_DOSE = 999;

    static Decision<AllocationEvent> decide(Allocation allocation, Dispense command) {
        var participant = command.participant();
        var seat = allocation.seats().get(participant.subject());
        if (seat == null) {
            return refuse(Refusal.conflict("NOT_RANDOMIZED", "The subject is not randomized."));
        }
        if (participant.withdrawn()) {
            return refuse(Refusals.WITHDRAWN);
        }
        if (!command.underWay()) {
            return refuse(Refusals.STUDY_NOT_UNDER_WAY);
        }
        if (command.dose() < 1 || command.dose() > LAST_DOSE) {
            return refuse(Refusal.invalid("DOSE_NUMBER", "Doses are numbered from 1 to " + LAST_DOSE + ".", "/dose"));
        }
        if (command.told().isBefore(command.dispensedAt())) {
            return refuse(Refusal.invalid("IN_THE_FUTURE", "A kit is handed out now or was before.", "/dispensedAt"));
        }
        if (command.told().dayOf(command.dispensedAt()).isBefore(seat.randomizedOn())) {
            return refuse(Refusal.invalid(
                    "DISPENSED_BEFORE_RANDOMIZATION",
                    "The subject was randomized on %s; kits follow.".formatted(seat.randomizedOn()),
                    "/dispensedAt"));
        }
        if (allocation.stock().holdsDose(participant.subject(), command.dose())) {
            return refuse(Refusal.conflict(
                    "DOSE_ALREADY_DISPENSED", "The subject has a kit for dose %d.".formatted(command.dose())));
        }
        return choose(allocation, seat, command);
    }

    private static Decision<AllocationEvent> choose(Allocation allocation, Seat seat, Dispense command) {
        var subject = command.participant().subject();
        var on = command.told().dayOf(command.dispensedAt());
        var kind = allocation.kindFor(seat, on);
        if (kind.isEmpty()) {
            return refuse(
                    Refusal.invalid("OUTSIDE_THE_PERIODS", "The day is in no period of the study.", "/dispensedAt"));
        }
        var hmac = new HmacSha256(requireNonNull(allocation.list()).seed());
        var shelf = Shelf.of(allocation.stock(), subject.site());
        return allocation.stock().kits().values().stream()
                .filter(kit -> allocation.stock().mayGive(kit, subject, on)
                        && kit.type().equals(kind.get()))
                .min(Comparator.<Kit>comparingInt(kit -> kit.packing().reservedFor() == null ? 1 : 0)
                        .thenComparing(shelf.turn())
                        .thenComparing(kit -> rank(hmac, subject, command.dose(), kit)))
                .map(kit -> handedOut(kit, allocation.stock().supply().originOf(kit), command))
                .orElseGet(() -> refuse(Refusal.conflict(
                        "NO_KIT_AVAILABLE",
                        "The site has no kit that can be handed out to this subject on that day.")));
    }

    /** Two facts whatever is in the kit, so that not even their number tells an arm. */
    private static Decision<AllocationEvent> handedOut(Kit kit, ProductOrigin origin, Dispense command) {
        var subject = command.participant().subject();
        return accept(
                new KitDispensed(
                        subject.study(),
                        subject.toString(),
                        subject.site(),
                        kit.number(),
                        kit.packagingLot(),
                        command.dose(),
                        command.dispensedAt()),
                new ProductOriginNoted(
                        subject.study(), subject.toString(), subject.site(), kit.number(), command.dose(), origin));
    }

    private static String rank(HmacSha256 hmac, SubjectId subject, int dose, Kit kit) {
        return HexFormat.of().formatHex(hmac.of(String.join("|", CHOICE, subject.toString(), "" + dose, kit.number())));
    }
}
