package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.DictionaryFact.DictionaryUploaded;
import io.equipoise.adverseevent.domain.DictionaryTerm;
import io.equipoise.adverseevent.domain.OrganClass;
import io.equipoise.adverseevent.domain.Recoding.CodedLine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** In which system organ class each event of a study counts, as far as it is coded in a dictionary that has classes. */
public final class OrganClasses {
    /** Of two dictionaries that class an event, this one counts; otherwise the first by name. */
    private static final String FIRST = "MEDDRA";

    private final CodedEvents coded;
    private final Dictionaries dictionaries;

    public OrganClasses(CodedEvents coded, Dictionaries dictionaries) {
        this.coded = coded;
        this.dictionaries = dictionaries;
    }

    /** By event; one that nobody coded, or whose dictionary says no class, is not there. */
    public Map<String, OrganClass> ofStudy(String study) {
        var classes = new HashMap<String, OrganClass>();
        coded.dictionaries(study).stream()
                .sorted(Comparator.comparing((String name) -> !name.equals(FIRST))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(dictionary -> classed(study, dictionary).forEach(classes::putIfAbsent));
        return classes;
    }

    private Map<String, OrganClass> classed(String study, String name) {
        var dictionary = dictionaries.of(name);
        var byTerm = new HashMap<String, Optional<OrganClass>>();
        var classes = new HashMap<String, OrganClass>();
        for (var line : coded.ofStudy(study, name)) {
            byTerm.computeIfAbsent(
                            line.version() + "/" + line.code(),
                            term -> dictionary.version(line.version()).flatMap(version -> of(version, line)))
                    .ifPresent(found -> classes.put(line.event(), found));
        }
        return classes;
    }

    /** The term's own class; where it names none, that of its preferred term. */
    private Optional<OrganClass> of(DictionaryUploaded version, CodedLine line) {
        var term = dictionaries.term(version, line.code());
        var above = term.map(DictionaryTerm::preferred).flatMap(code -> dictionaries.term(version, code));
        return term.map(DictionaryTerm::organClass)
                .or(() -> above.map(DictionaryTerm::organClass))
                .map(name -> new OrganClass(
                        name,
                        above.map(DictionaryTerm::term).orElse(line.term()),
                        version.dictionary() + " " + version.version()));
    }
}
