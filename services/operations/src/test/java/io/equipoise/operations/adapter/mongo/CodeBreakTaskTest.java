package io.equipoise.operations.adapter.mongo;

import static io.equipoise.operations.adapter.mongo.TaleStore.NOW;
import static io.equipoise.operations.adapter.mongo.TaleStore.TODAY;
import static io.equipoise.operations.adapter.mongo.TaleStore.board;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.operations.Tales;
import io.equipoise.operations.application.Board;
import io.equipoise.operations.application.Task;
import io.equipoise.operations.application.Task.Urgency;
import io.equipoise.platform.consume.Heard;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/** What a code break leaves to do (domain rules 4.8). The code of the tale was broken 90 days ago. */
class CodeBreakTaskTest {
    private static final LocalDate BROKEN_ON = TODAY.minusDays(90);

    @RegisterExtension
    static final TaleStore STORE = new TaleStore();

    @Test
    void a_code_break_is_a_task_until_its_impact_is_documented() {
        var tale = new ArrayList<>(Tales.of(TODAY));
        var open = board(STORE.told(tale));
        assertThat(open.codeBreaks()).singleElement().matches(Board.CodeBreakLine::open);
        assertThat(task(open).what()).endsWith(Tales.subject(11));
        assertThat(task(open).who()).contains("Investigator").contains("monitor");
        tale.add(assessed(first(tale, "CodeBroken.v1")));
        var done = board(STORE.told(tale));
        assertThat(done.codeBreaks()).extracting("deviation").containsExactly("MINOR");
        assertThat(done.tasks()).noneMatch(CodeBreakTaskTest::documenting);
        assertThat(board(STORE.told(tale.reversed())).codeBreaks()).isEqualTo(done.codeBreaks());
    }

    @Test
    void where_nobody_stated_a_date_none_is_made_up() {
        var board = board(STORE.told(Tales.of(TODAY)));
        assertThat(board.codeBreaks().getFirst().due()).isNull();
        assertThat(task(board).by()).isEqualTo("promptly; no date is stated");
        assertThat(task(board).urgency()).isEqualTo(Urgency.DUE);
    }

    @Test
    void by_the_definitions_term_it_is_due_on_its_last_day_and_late_on_the_next() {
        var onTheLastDay = board(STORE.told(stating("P90D")));
        assertThat(task(onTheLastDay).by()).isEqualTo(TODAY.toString());
        assertThat(task(onTheLastDay).urgency()).isEqualTo(Urgency.DUE);
        assertThat(onTheLastDay.study().impactTerm().statedBy()).isEqualTo("the definition");
        var late = board(STORE.told(stating("P89D")));
        assertThat(late.codeBreaks().getFirst().due()).isEqualTo(BROKEN_ON.plusDays(89));
        assertThat(task(late).urgency()).isEqualTo(Urgency.LATE);
    }

    @Test
    void a_setting_counts_where_the_definition_states_nothing() {
        var setting = Period.parse("P7D");
        var silent = new MongoTrials(STORE.told(Tales.of(TODAY)), setting)
                .trial(Tales.STUDY)
                .orElseThrow();
        assertThat(board(silent).codeBreaks().getFirst().due()).isEqualTo(BROKEN_ON.plusDays(7));
        assertThat(silent.study().impactTerm().statedBy()).isEqualTo("a setting");
        var stated = new MongoTrials(STORE.told(stating("P2W")), setting)
                .trial(Tales.STUDY)
                .orElseThrow();
        assertThat(board(stated).codeBreaks().getFirst().due()).isEqualTo(BROKEN_ON.plusDays(14));
    }

    private static boolean documenting(Task task) {
        return task.what().startsWith("Document the impact");
    }

    private static Task task(Board board) {
        return board.tasks().stream()
                .filter(CodeBreakTaskTest::documenting)
                .reduce((one, other) -> {
                    throw new AssertionError("two tasks of one code break: " + one + other);
                })
                .orElseThrow();
    }

    /** The same tale with a definition that says within which time an impact is documented. */
    private static List<Heard> stating(String within) {
        return Tales.of(TODAY).stream()
                .map(heard -> heard.type().equals("StudyDefined.v1") ? stating(heard, within) : heard)
                .toList();
    }

    private static Heard stating(Heard defined, String within) {
        var data = (ObjectNode) defined.data().deepCopy();
        ((ObjectNode) data.path("definition").path("design"))
                .putObject("codeBreakImpactWithin")
                .put("basis", "stated")
                .put("value", within);
        return like(defined, defined.stream(), defined.version(), defined.type(), data);
    }

    private static Heard first(List<Heard> tale, String type) {
        return tale.stream()
                .filter(heard -> heard.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Heard assessed(Heard broken) {
        var data = (ObjectNode) broken.data().deepCopy();
        data.set("brokenAt", data.remove("at"));
        data.put("deviation", "MINOR").put("assessedBy", "mon-01");
        data.remove("category");
        data.remove("brokenBy");
        return like(broken, "code-break-follow-up/" + Tales.subject(11), 1, "CodeBreakAssessed.v1", data);
    }

    private static Heard like(Heard one, String stream, long version, String type, ObjectNode data) {
        return new Heard(one.source(), one.topic(), stream, version, 1, type, data, NOW, null, null, "mon-01");
    }
}
