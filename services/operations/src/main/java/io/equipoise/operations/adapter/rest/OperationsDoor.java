package io.equipoise.operations.adapter.rest;

import io.equipoise.operations.application.Board;
import io.equipoise.operations.application.Boards;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The same as the page of a study, for programs. */
@RestController
final class OperationsDoor {
    private final Boards boards;

    OperationsDoor(Boards boards) {
        this.boards = boards;
    }

    @GetMapping("/api/operations/studies/{study}")
    @BlindedStaff
    Board board(@PathVariable String study, Caller caller) {
        return boards.board(study, caller.sites())
                .orElseThrow(() -> new Problem(Refusal.unknown("STUDY_UNKNOWN", "nothing was told of study " + study)));
    }
}
