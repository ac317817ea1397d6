package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.CodedEvent;
import io.equipoise.adverseevent.domain.Dictionary;
import io.equipoise.adverseevent.domain.Dictionary.Upload;
import io.equipoise.adverseevent.domain.DictionaryFact.DictionaryUploaded;
import io.equipoise.adverseevent.domain.DictionaryTerm;
import io.equipoise.adverseevent.domain.EventCoded;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Dictionaries of terms: uploaded by who holds the licence, version by version, none of them ever changed. */
public final class Dictionaries implements GradeBook {
    /** The dictionary whose grades count when an event is reported. */
    private static final String GRADES = "CTCAE";

    private final CommandHandler<Dictionary, Upload, SafetyFact> dictionaries;
    private final TermStore store;

    public Dictionaries(CommandHandler<Dictionary, Upload, SafetyFact> dictionaries, TermStore store) {
        this.dictionaries = dictionaries;
        this.store = store;
    }

    /** An upload before it is looked at. */
    public record Draft(String dictionary, String version, String language, List<DictionaryTerm> terms) {
        public Draft {
            terms = List.copyOf(terms);
        }
    }

    /** The terms are kept first, under their hash: where the fact is not recorded then, nothing finds them. */
    public Outcome<SafetyFact> upload(Draft draft, Attribution by) {
        var no = Dictionary.firstBroken(draft.dictionary(), draft.version(), draft.language(), draft.terms());
        if (no.isPresent()) {
            return new Outcome.Refused<>(no.get());
        }
        var hash = sha256(draft.terms());
        store.keep(hash, draft.terms());
        return dictionaries.handle(
                Dictionary.stream(draft.dictionary()),
                new Upload(new DictionaryUploaded(
                        draft.dictionary(),
                        draft.version(),
                        draft.language(),
                        draft.terms().size(),
                        hash)),
                by);
    }

    public Dictionary of(String dictionary) {
        return dictionaries.state(Dictionary.stream(dictionary));
    }

    public Optional<DictionaryTerm> term(DictionaryUploaded version, String code) {
        return store.byCode(version.sha256(), code);
    }

    /** Under which codes a coded event counts: its own, and that of its preferred term (see {@link TermCodes}). */
    public List<String> codes(EventCoded coded) {
        var preferred = of(coded.dictionary())
                .version(coded.version())
                .flatMap(version -> term(version, coded.code()))
                .flatMap(term -> Optional.ofNullable(term.preferred()));
        return Stream.concat(Stream.of(coded.code()), preferred.stream())
                .distinct()
                .toList();
    }

    /** Terms of the same words, those of the very same letters first. */
    public List<DictionaryTerm> suggestions(DictionaryUploaded version, String reported) {
        return store.byWords(version.sha256(), reported).stream()
                .sorted((one, other) -> Boolean.compare(
                        other.term().equals(reported), one.term().equals(reported)))
                .toList();
    }

    @Override
    public Optional<Refusal> refusal(Account account) {
        return of(GRADES)
                .newest()
                .flatMap(newest -> suggestions(newest, account.term()).stream().findFirst())
                .filter(term -> !term.hasGrade(account.grade()))
                .map(term -> CodedEvent.gradeNotAvailable(term, account.grade(), "/grade"));
    }

    /** A term without a class has the line that it had before there were classes: what lies under a hash is found. */
    private static String sha256(List<DictionaryTerm> terms) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var each : terms) {
                var line = String.join(
                        "\t",
                        each.code(),
                        each.term(),
                        String.valueOf(each.preferred()),
                        each.grades() + (each.organClass() == null ? "\n" : "\t" + each.organClass() + "\n"));
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
