package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.CodedEvent;
import io.equipoise.adverseevent.domain.CodedEvent.Code;
import io.equipoise.adverseevent.domain.DictionaryFact.DictionaryUploaded;
import io.equipoise.adverseevent.domain.DictionaryTerm;
import io.equipoise.adverseevent.domain.Recoding;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Use cases of who codes: find terms for an event, give it one, and see what a new version changes. */
public final class Coding {
    private final Dictionaries dictionaries;
    private final CodedEvents coded;
    private final CommandHandler<CodedEvent, Code, SafetyFact> events;

    public Coding(Dictionaries dictionaries, CodedEvents coded, CommandHandler<CodedEvent, Code, SafetyFact> events) {
        this.dictionaries = dictionaries;
        this.coded = coded;
        this.events = events;
    }

    /** What somebody chose. */
    public record Choice(
            String dictionary,
            String version,
            String code,
            @Nullable String reason) {}

    public Outcome<SafetyFact> code(String event, Choice choice, Attribution by) {
        var version = dictionaries.of(choice.dictionary()).version(choice.version());
        if (version.isEmpty()) {
            return new Outcome.Refused<>(Refusal.unknown(
                    "DICTIONARY_UNKNOWN",
                    "no version " + choice.version() + " of " + choice.dictionary() + " is here"));
        }
        var found = dictionaries.term(version.get(), choice.code()).orElse(null);
        return events.handle(
                AdverseEvent.stream(event),
                new Code(choice.dictionary(), choice.version(), found, choice.reason()),
                by);
    }

    /** The event as the journal has it now; without an account if there is none. */
    public CodedEvent event(String event) {
        return events.state(AdverseEvent.stream(event));
    }

    public Optional<DictionaryUploaded> newest(String dictionary) {
        return dictionaries.of(dictionary).newest();
    }

    /** Found by the same letters or the same words; nothing is coded by that. */
    public List<DictionaryTerm> suggestions(DictionaryUploaded newest, String reported) {
        return dictionaries.suggestions(newest, reported);
    }

    /** Every event of a study that is not coded in the newest version, with what becomes of its code. */
    public List<Recoding> worklist(String study, DictionaryUploaded newest, Predicate<String> site) {
        return coded.ofStudy(study, newest.dictionary()).stream()
                .filter(line -> site.test(line.site()))
                .filter(line -> !line.version().equals(newest.version())
                        || !line.reported().equals(line.codedAs()))
                .map(line ->
                        Recoding.of(line, dictionaries.term(newest, line.code()).orElse(null)))
                .toList();
    }
}
