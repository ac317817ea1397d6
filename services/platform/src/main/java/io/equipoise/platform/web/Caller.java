package io.equipoise.platform.web;

import io.equipoise.platform.Refusal;
import java.util.Set;

/** Who asks: the token's account, roles, and the sites whose people they may see ({@code *}: all). */
public record Caller(String name, Set<Role> roles, Set<String> sites) {
    public static final String EVERY_SITE = "*";

    public Caller {
        roles = Set.copyOf(roles);
        sites = Set.copyOf(sites);
    }

    public boolean sees(String site) {
        return sites.contains(EVERY_SITE) || sites.contains(site);
    }

    /** @throws Problem 403 OTHER_SITE for an account of some sites only */
    public void mustSeeEverySite() {
        if (!sites.contains(EVERY_SITE)) {
            throw new Problem(Refusal.forbidden("OTHER_SITE", "this is about all sites; your account is of some only"));
        }
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** @throws Problem 403 OTHER_SITE; staff of a site see that site's people only */
    public void mustEnter(String site) {
        if (!sees(site)) {
            throw new Problem(Refusal.forbidden("OTHER_SITE", "your account is not of this person's site"));
        }
    }
}
