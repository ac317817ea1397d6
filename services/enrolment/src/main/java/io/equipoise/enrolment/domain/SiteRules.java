package io.equipoise.enrolment.domain;

import static io.equipoise.platform.Decision.accept;

import io.equipoise.enrolment.domain.SiteRulesEvent.SiteRulesSet;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The eligibility rules that a site has of its own under a study (capabilities.md, AL-14). A rule of a site never settles
 * what the definition leaves open, and another site's people are asked nothing of it.
 */
public record SiteRules(@Nullable SiteRulesSet newest) {
    public static final Decider<SiteRules, SetSiteRules, EnrolmentEvent> DECIDER =
            new Decider<>(new SiteRules(null), SiteRules::decide, SiteRules::evolve);

    private static final String NAME = "[A-Z][A-Z0-9_]{0,39}";

    private Decision<EnrolmentEvent> decide(SetSiteRules asked) {
        var protocol = asked.study().protocol();
        if (newest != null
                && newest.rules().equals(asked.rules())
                && newest.on().equals(asked.on())) {
            return accept();
        }
        return unknownSite(asked)
                .or(() -> Withdrawing.noReason(asked.reason()))
                .or(() -> Dates.notInTheFuture("on", asked.on(), asked.today()))
                .or(() -> new Dates("on", asked.on())
                        .before(newest == null ? asked.on() : newest.on(), "the decision before"))
                .or(() -> unknownCriterion(asked.rules(), protocol))
                .or(() -> openCriterion(asked.rules(), protocol))
                .or(() -> twice(asked.rules(), protocol))
                .or(() -> malformed(asked))
                .<Decision<EnrolmentEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new SiteRulesSet(
                        protocol.study(),
                        asked.site(),
                        newest == null ? 1 : newest.version() + 1,
                        asked.on(),
                        protocol.version(),
                        asked.rules(),
                        asked.reason())));
    }

    private static Optional<Refusal> unknownSite(SetSiteRules asked) {
        return asked.study().site(asked.site()).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.unknown("SITE_UNKNOWN", "site " + asked.site() + " has not been opened"));
    }

    private static Optional<Refusal> unknownCriterion(List<SiteRule> rules, Protocol protocol) {
        return each(
                rules,
                rule -> rule.replaces() != null
                        && criterion(protocol, rule.replaces()).isEmpty(),
                "CRITERION_UNKNOWN",
                "version " + protocol.version() + " of the definition has no such criterion to replace",
                "/replaces");
    }

    private static Optional<Refusal> openCriterion(List<SiteRule> rules, Protocol protocol) {
        return each(
                rules,
                rule -> criterion(protocol, rule.replaces()).stream().anyMatch(known -> known.open() != null),
                "CRITERION_LEFT_OPEN",
                "the definition leaves this criterion open; a site cannot settle it",
                "/replaces");
    }

    /** Each criterion is replaced once, and no two that are asked at the site have one name. */
    private static Optional<Refusal> twice(List<SiteRule> rules, Protocol protocol) {
        var replaced =
                rules.stream().map(SiteRule::replaces).filter(Objects::nonNull).toList();
        var seen = new HashSet<String>();
        protocol.rules().stream()
                .map(Rule::rule)
                .filter(name -> !replaced.contains(name))
                .forEach(seen::add);
        var replacedOnce = new HashSet<String>();
        return each(
                rules,
                rule -> !seen.add(rule.rule()) || (rule.replaces() != null && !replacedOnce.add(rule.replaces())),
                "RULE_NAMED_TWICE",
                "another criterion at the site has this name, or two stand in the place of one",
                "");
    }

    private static Optional<Refusal> malformed(SetSiteRules asked) {
        return each(
                        asked.rules(),
                        rule -> !rule.rule().matches(NAME)
                                || rule.text().isBlank()
                                || !List.of("INCLUSION", "EXCLUSION").contains(rule.kind()),
                        "RULE_MALFORMED",
                        "a rule has a name of capitals, a text, and is an INCLUSION or an EXCLUSION",
                        "")
                .or(() -> each(
                        asked.rules(),
                        rule -> asked.problems().containsKey(rule.rule()),
                        "RULE_MALFORMED",
                        String.join("; ", asked.problems().values()),
                        "/when"));
    }

    private static Optional<Refusal> each(
            List<SiteRule> rules, Predicate<SiteRule> wrong, String code, String why, String field) {
        var pointers = new ArrayList<String>();
        for (int n = 0; n < rules.size(); n++) {
            if (wrong.test(rules.get(n))) {
                pointers.add("/rules/" + n + field);
            }
        }
        return pointers.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.invalid(code, why, pointers.toArray(String[]::new)));
    }

    private static Optional<Rule> criterion(Protocol protocol, @Nullable String name) {
        return protocol.rules().stream()
                .filter(rule -> rule.rule().equals(name))
                .findFirst();
    }

    private static SiteRules evolve(SiteRules state, EnrolmentEvent event) {
        return switch (event) {
            case SiteRulesSet set -> new SiteRules(set);
            case SubjectEvent foreign -> throw new IllegalStateException("no rules of a site: " + foreign);
            case PlaceEvent foreign -> throw new IllegalStateException("no rules of a site: " + foreign);
            case InvitationEvent foreign -> throw new IllegalStateException("no rules of a site: " + foreign);
            case SealAnchored foreign -> throw new IllegalStateException("no rules of a site: " + foreign);
        };
    }

    /**
     * The study's rules as the site asks them: a replacement in the place of what it replaces, the others at the end. What a
     * later version leaves open stays open.
     */
    public static Protocol applied(List<SiteRule> own, Protocol protocol) {
        var asked = new ArrayList<Rule>();
        var placed = new HashSet<SiteRule>();
        for (var rule : protocol.rules()) {
            var instead = own.stream()
                    .filter(each -> rule.open() == null && rule.rule().equals(each.replaces()))
                    .findFirst();
            instead.ifPresent(placed::add);
            asked.add(instead.map(SiteRule::asRule).orElse(rule));
        }
        own.stream()
                .filter(each -> !placed.contains(each))
                .map(SiteRule::asRule)
                .forEach(asked::add);
        return protocol.asking(asked);
    }
}
