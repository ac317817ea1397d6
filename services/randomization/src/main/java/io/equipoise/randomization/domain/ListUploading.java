package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.AllocationCommand.ApproveList;
import io.equipoise.randomization.domain.AllocationCommand.DraftList;
import io.equipoise.randomization.domain.AllocationCommand.ReleaseList;
import io.equipoise.randomization.domain.AllocationEvent.ListApproved;
import io.equipoise.randomization.domain.AllocationEvent.ListDrafted;
import io.equipoise.randomization.domain.AllocationEvent.ListReleased;
import io.equipoise.randomization.domain.DrawnList.Block;
import io.equipoise.randomization.domain.DrawnList.StratumList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An uploaded list comes into use by two people: what one wrote down, another looks at; until it is approved it can be replaced. */
enum ListUploading {
    ;

    static Decision<AllocationEvent> decide(Allocation allocation, DraftList command) {
        var draft = allocation.designs().draft();
        return settled(allocation)
                .or(() -> draft != null && draft.approved()
                        ? Optional.of(Refusal.conflict(
                                "LIST_ALREADY_APPROVED", "The draft is approved; an approved list is not replaced."))
                        : Optional.empty())
                .or(() -> new ListCheck(command.design(), command.rows()).obstacle())
                .map(Decision::<AllocationEvent>refuse)
                .orElseGet(() -> draft(allocation, command));
    }

    private static Decision<AllocationEvent> draft(Allocation allocation, DraftList command) {
        var facts = new ArrayList<AllocationEvent>(List.of(new ListDrafted(
                command.study(), command.seed(), command.design().shares(), strata(command), command.by())));
        facts.addAll(ListDrawing.sequences(allocation, command.study(), command.design()));
        return accept(facts);
    }

    static Decision<AllocationEvent> decide(Allocation allocation, ApproveList command) {
        var draft = allocation.designs().draft();
        var settled = settled(allocation);
        if (draft == null || settled.isPresent()) {
            return refuse(settled.orElse(NOT_DRAFTED));
        }
        if (draft.approved()) {
            return refuse(Refusal.conflict("LIST_ALREADY_APPROVED", "The draft is approved; that happens once."));
        }
        return draft.draftedBy().equals(command.by())
                ? refuse(Refusal.forbidden(
                        "APPROVER_IS_AUTHOR", "A list is approved by somebody other than the one who drafted it."))
                : accept(new ListApproved(command.study(), command.by()));
    }

    static Decision<AllocationEvent> decide(Allocation allocation, ReleaseList command) {
        var draft = allocation.designs().draft();
        var settled = settled(allocation);
        if (draft == null || settled.isPresent()) {
            return refuse(settled.orElse(NOT_DRAFTED));
        }
        return draft.approved()
                ? accept(new ListReleased(command.study(), command.by()))
                : refuse(Refusal.conflict("LIST_NOT_APPROVED", "A second person approves the draft first."));
    }

    private static final Refusal NOT_DRAFTED =
            Refusal.conflict("LIST_NOT_DRAFTED", "Nobody has drafted a list for the study.");

    private static Optional<Refusal> settled(Allocation allocation) {
        return allocation.list() == null
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "SCHEME_ALREADY_DECLARED",
                        "How this randomization is decided was settled, once and for ever."));
    }

    /** The strata in the definition's order, each as one block: how an uploaded list was made is not ours to know. */
    private static List<StratumList> strata(DraftList command) {
        return command.design().strata().stream()
                .map(Stratum::key)
                .map(stratum -> new StratumList(
                        stratum,
                        List.of(new Block(command.rows().stream()
                                .filter(row -> row.stratum().equals(stratum))
                                .sorted(Comparator.comparingInt(ListRow::position))
                                .map(ListRow::arm)
                                .toList()))))
                .toList();
    }
}
