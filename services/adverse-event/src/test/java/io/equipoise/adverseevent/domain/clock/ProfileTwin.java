package io.equipoise.adverseevent.domain.clock;

import io.equipoise.adverseevent.domain.clock.ClockRule.Anchor;
import io.equipoise.adverseevent.domain.clock.ClockRule.Kind;
import java.util.EnumSet;

/** A profile that differs from another in what makes day 0 for other than fatal reactions. */
final class ProfileTwin {
    private ProfileTwin() {}

    static AuthorityProfile of(AuthorityProfile one, Anchor anchor) {
        var changed = EnumSet.of(Kind.OTHER, Kind.FOUND_LATER);
        return new AuthorityProfile(
                one.authority(),
                one.title(),
                one.rules().stream()
                        .map(rule -> changed.contains(rule.kind())
                                ? new ClockRule(
                                        rule.kind(), rule.days(), anchor, rule.paragraph(), rule.says(), rule.atRisk())
                                : rule)
                        .toList(),
                one.likeReactions());
    }
}
