package io.equipoise.local.identity;

import java.util.List;
import java.util.Map;

/** A development account: a role's name, what it may do, and whose people it sees ("*": every site's). */
record Account(String name, String title, List<String> roles, List<String> sites) {

    Account {
        roles = List.copyOf(roles);
        sites = List.copyOf(sites);
    }

    Map<String, Object> claims() {
        return Map.of("preferred_username", name, "name", title, "roles", roles, "sites", sites);
    }
}
