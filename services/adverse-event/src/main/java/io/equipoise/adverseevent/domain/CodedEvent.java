package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.adverseevent.domain.EventCoded.Match;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event and its newest code in each dictionary, by the stream of the event. */
public record CodedEvent(@Nullable AdverseEventFact account, Map<String, EventCoded> codes) {
    public static final Decider<CodedEvent, Code, SafetyFact> DECIDER =
            new Decider<>(new CodedEvent(null, Map.of()), CodedEvent::decide, CodedEvent::evolve);

    private static final int LONGEST_REASON = 2_000;

    public CodedEvent {
        codes = Map.copyOf(codes);
    }

    /**
     * Give it a code.
     *
     * @param found the term of that code in that version; absent where there is none
     */
    public record Code(
            String dictionary,
            String version,
            @Nullable DictionaryTerm found,
            @Nullable String reason) {}

    private static Decision<SafetyFact> decide(CodedEvent state, Code command) {
        var about = state.account;
        var found = command.found();
        if (about == null) {
            return refuse(Refusal.unknown("ADVERSE_EVENT_UNKNOWN", "no such adverse event is on record"));
        }
        if (found == null) {
            return refuse(Refusal.invalid("CODE_UNKNOWN", "this version of the dictionary has no such code", "/code"));
        }
        if (!found.hasGrade(about.account().grade())) {
            return refuse(gradeNotAvailable(found, about.account().grade(), "/code"));
        }
        var reason = command.reason();
        if (reason != null && reason.length() > LONGEST_REASON) {
            return refuse(Refusal.invalid("REASON_TOO_LONG", "a reason has at most 2000 characters", "/reason"));
        }
        return state.code(command, found, about);
    }

    /** In CTCAE not every term has every grade; what is not there cannot be given (CTCAE v5, "-"). */
    public static Refusal gradeNotAvailable(DictionaryTerm term, int grade, String pointer) {
        return Refusal.conflict(
                "GRADE_NOT_AVAILABLE",
                "\"" + term.term() + "\" has the grades " + term.grades() + ", not " + grade,
                pointer);
    }

    private Decision<SafetyFact> code(Code command, DictionaryTerm found, AdverseEventFact about) {
        var reported = about.account().term();
        var before = codes.get(command.dictionary());
        var reason = command.reason();
        if (before != null
                && before.version().equals(command.version())
                && before.code().equals(found.code())
                && before.reported().equals(reported)) {
            return accept();
        }
        var changed = before != null && !before.code().equals(found.code());
        if (changed && (reason == null || reason.isBlank())) {
            return refuse(Refusal.invalid("REASON_MISSING", "say why another code is given", "/reason"));
        }
        return accept(new EventCoded(
                about.event(),
                about.subject(),
                command.dictionary(),
                command.version(),
                found.code(),
                found.term(),
                reported,
                Match.of(reported, found.term()),
                reason));
    }

    private static CodedEvent evolve(CodedEvent state, SafetyFact fact) {
        return switch (fact) {
            case AdverseEventFact said -> new CodedEvent(said, state.codes);
            case EventCoded coded -> {
                var more = new HashMap<>(state.codes);
                more.put(coded.dictionary(), coded);
                yield new CodedEvent(state.account, more);
            }
            case EventAddition addition -> state;
            case SafetyFact foreign -> throw new IllegalStateException("not about an adverse event: " + foreign);
        };
    }
}
