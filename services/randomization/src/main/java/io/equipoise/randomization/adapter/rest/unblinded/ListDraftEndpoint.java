package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.Allocations;
import io.equipoise.randomization.application.UploadingLists;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.DrawnList.StratumList;
import io.equipoise.randomization.domain.ListRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A list drawn elsewhere, for the unblinded: brought by a statistician, looked at by somebody else, put into use. */
@RestController
@RequestMapping("/api/studies/{study}/allocation-list/draft")
class ListDraftEndpoint {
    private final UploadingLists lists;
    private final Allocations allocations;

    ListDraftEndpoint(UploadingLists lists, Allocations allocations) {
        this.lists = lists;
        this.allocations = allocations;
    }

    record Row(String stratum, int position, SecretText arm) {}

    record DraftRequest(List<Row> rows) {
        @Override
        public String toString() {
            return "DraftRequest[hidden]";
        }
    }

    record DraftShown(String study, String draftedBy, boolean approved, List<Row> rows) {}

    record Standing(String study, String state) {}

    @PostMapping(consumes = "application/json")
    @Allowed(Role.STATISTICIAN)
    ResponseEntity<Object> draft(@PathVariable String study, @RequestBody DraftRequest request, Attribution by) {
        return drafted(study, rows(request.rows()), by);
    }

    /** The same as a table: a header {@code stratum,position,arm} and a line a place. */
    @PostMapping(consumes = "text/csv")
    @Allowed(Role.STATISTICIAN)
    ResponseEntity<Object> draftAsTable(@PathVariable String study, @RequestBody byte[] table, Attribution by) {
        return drafted(study, rows(CsvList.rows(table)), by);
    }

    @PostMapping("/approval")
    @Allowed({Role.STATISTICIAN, Role.DATA_SAFETY_BOARD})
    ResponseEntity<Object> approve(@PathVariable String study, Attribution by) {
        return Answers.created(lists.approve(study, by), commit -> new Standing(study, "APPROVED"));
    }

    @PostMapping("/release")
    @Allowed(Role.STATISTICIAN)
    ResponseEntity<Object> release(@PathVariable String study, Attribution by) {
        return Answers.created(lists.release(study, by), commit -> new Standing(study, "RELEASED"));
    }

    @GetMapping
    @Allowed({Role.STATISTICIAN, Role.DATA_SAFETY_BOARD})
    DraftShown show(@PathVariable String study) {
        var draft = allocations.of(study).designs().draft();
        if (draft == null) {
            throw new Problem(Refusal.unknown("LIST_NOT_DRAFTED", "Nobody has drafted a list for the study."));
        }
        return new DraftShown(
                study,
                draft.draftedBy(),
                draft.approved(),
                draft.strata().stream().flatMap(list -> places(list).stream()).toList());
    }

    private ResponseEntity<Object> drafted(String study, List<ListRow> rows, Attribution by) {
        return Answers.created(
                lists.draft(study, rows, by),
                commit -> "/api/studies/" + study + "/allocation-list/draft",
                commit -> new Standing(study, "DRAFTED"));
    }

    private static List<Row> places(StratumList list) {
        var rows = new ArrayList<Row>();
        list.arms().forEach(arm -> rows.add(new Row(list.stratum(), rows.size() + 1, new SecretText(arm.code()))));
        return rows;
    }

    private static List<ListRow> rows(List<Row> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(at -> new ListRow(
                        rows.get(at).stratum(),
                        rows.get(at).position(),
                        Arm.read(rows.get(at).arm().text())
                                .orElseThrow(() -> Problem.badRequest(
                                        "LIST_ARM_MALFORMED",
                                        "An arm's code has 1 to 40 printable ASCII letters.",
                                        "/rows/" + at + "/arm"))))
                .toList();
    }
}
