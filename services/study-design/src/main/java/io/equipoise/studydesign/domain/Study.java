package io.equipoise.studydesign.domain;

import io.equipoise.platform.Decider;
import io.equipoise.studydesign.domain.DesignFact.SealAnchored;
import io.equipoise.studydesign.domain.DesignFact.Site;
import io.equipoise.studydesign.domain.DesignFact.SiteOpened;
import io.equipoise.studydesign.domain.DesignFact.SiteVersionActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.DesignFact.StudyStatusChanged;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A study: its definitions, the version that sites work by, its status and its sites.
 *
 * @param kept every version of the definition, by its number
 * @param version the newest; 0 until a definition is kept
 * @param status null while nobody said a day on which it held
 * @param atSites what was last activated at one site only
 */
public record Study(
        Map<Integer, Definition> kept,
        int version,
        @Nullable StudyActivated activated,
        @Nullable StudyStatusChanged status,
        Map<String, Site> sites,
        Map<String, SiteVersionActivated> atSites) {
    private static final Definition NO_DEFINITION = new Definition(Map.of());
    private static final Study NOTHING = new Study(Map.of(), 0, null, null, Map.of(), Map.of());

    public Study {
        kept = Map.copyOf(kept);
        sites = Collections.unmodifiableMap(new LinkedHashMap<>(sites));
        atSites = Map.copyOf(atSites);
    }

    /** A version that people work by, and since which day. */
    public record InForce(int version, LocalDate since) {}

    /** The model, which asks the form whether a definition is well-formed. */
    public static Decider<Study, StudyCommand, DesignFact> decider(Form form) {
        return new Decider<>(NOTHING, new StudyRules(form)::decide, Study::evolve);
    }

    public boolean known() {
        return version > 0;
    }

    /** The newest. */
    public Definition definition() {
        return kept.getOrDefault(version, NO_DEFINITION);
    }

    /** The later of what was activated everywhere and at this site; empty before anything was. */
    public Optional<InForce> inForceAt(String site) {
        var everywhere = Optional.ofNullable(activated).map(told -> new InForce(told.version(), told.activatedOn()));
        var here = Optional.ofNullable(atSites.get(site)).map(told -> new InForce(told.version(), told.activatedOn()));
        return Stream.of(everywhere, here).flatMap(Optional::stream).max(Comparator.comparingInt(InForce::version));
    }

    /** As told last, by whoever; before that as the definition says; empty where nobody knows. */
    public Optional<Status> currentStatus() {
        return status != null
                ? Optional.of(status.status())
                : definition().known("/status").map(said -> Status.valueOf(String.valueOf(said.value())));
    }

    private Study evolve(DesignFact fact) {
        return switch (fact) {
            case StudyDefined told ->
                new Study(
                        with(kept, told.version(), new Definition(told.definition())),
                        told.version(),
                        activated,
                        status,
                        sites,
                        atSites);
            case StudyActivated told -> new Study(kept, version, told, status, sites, atSites);
            case StudyStatusChanged told -> new Study(kept, version, activated, told, sites, atSites);
            case SiteOpened told ->
                new Study(
                        kept,
                        version,
                        activated,
                        status,
                        with(sites, told.site().site(), told.site()),
                        atSites);
            case SiteVersionActivated told ->
                new Study(kept, version, activated, status, sites, with(atSites, told.site(), told));
            case SealAnchored elsewhere -> throw new IllegalStateException("no fact of a study: " + elsewhere);
        };
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        var more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
