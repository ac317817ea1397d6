package io.equipoise.adverseevent.domain.clock;

import io.equipoise.adverseevent.domain.ReportableKind;
import io.equipoise.adverseevent.domain.clock.ClockRule.Anchor;
import io.equipoise.adverseevent.domain.clock.ClockRule.Kind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By which rules one authority, or the sponsor itself, has to be told. At most one rule of a kind; two are needed.
 *
 * @param likeReactions the paragraph by which pregnancies, medication errors and unforeseen uses are reported as reactions
 *     are, whether or not anybody suspects the product; absent where this authority has none
 */
public record AuthorityProfile(
        String authority,
        String title,
        List<ClockRule> rules,
        @Nullable String likeReactions) {
    public AuthorityProfile {
        rules = List.copyOf(rules);
        if (!authority.matches("[A-Z0-9][A-Z0-9-]{1,39}")) {
            throw new IllegalArgumentException("an authority is named in 2 to 40 of A-Z, 0-9 and -: " + authority);
        }
        var kinds = new HashSet<Kind>();
        for (var rule : rules) {
            if (!kinds.add(rule.kind())) {
                throw new IllegalArgumentException(authority + " has two rules for " + rule.kind());
            }
        }
        if (!kinds.contains(Kind.FATAL_OR_LIFE_THREATENING) || !kinds.contains(Kind.OTHER)) {
            throw new IllegalArgumentException(
                    authority + " does not say when FATAL_OR_LIFE_THREATENING or OTHER is due");
        }
        neverLaterByKnowingLess(authority, rules);
    }

    /** Whoever has not judged yet works to the shortest time; so no rule for a graver case may be laxer. */
    private static void neverLaterByKnowingLess(String authority, List<ClockRule> rules) {
        var byKind = new EnumMap<Kind, ClockRule>(Kind.class);
        rules.forEach(rule -> byKind.put(rule.kind(), rule));
        var fatal = Objects.requireNonNull(byKind.get(Kind.FATAL_OR_LIFE_THREATENING));
        var other = Objects.requireNonNull(byKind.get(Kind.OTHER));
        var turned = byKind.getOrDefault(Kind.TURNED_FATAL, fatal);
        var ordered = fatal.days() <= other.days()
                && fatal.days() <= turned.days()
                && fatal.anchor() == turned.anchor()
                && other.days() <= byKind.getOrDefault(Kind.FOUND_LATER, other).days()
                && (fatal.anchor() == other.anchor()
                        || fatal.anchor() == Anchor.RECEIVED
                        || fatal.anchor() == Anchor.EARLIER)
                && byKind.getOrDefault(Kind.FOUND_LATER, other).anchor() == other.anchor();
        if (!ordered) {
            throw new IllegalArgumentException(authority + " gives a graver case more time, or a later day 0");
        }
    }

    /** Those of some kinds for which nobody is asked whether the product is suspected. */
    public Set<ReportableKind> likeReactions(Collection<ReportableKind> kinds) {
        return likeReactions == null
                ? Set.of()
                : kinds.stream().filter(ReportableKind::isLikeAReaction).collect(Collectors.toSet());
    }

    public Optional<ClockRule> rule(Kind kind) {
        return rules.stream().filter(rule -> rule.kind() == kind).findFirst();
    }

    ClockRule need(Kind kind) {
        return rule(kind).orElseThrow();
    }
}
