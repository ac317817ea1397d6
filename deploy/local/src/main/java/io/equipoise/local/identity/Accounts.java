package io.equipoise.local.identity;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The development accounts, as accounts.yaml lists them. */
record Accounts(List<Account> all) {

    Accounts {
        all = List.copyOf(all);
    }

    static Accounts read() throws IOException {
        try (var in = Accounts.class.getResourceAsStream("/local/accounts.yaml")) {
            return new Accounts(new YAMLMapper().readValue(in, new TypeReference<List<Account>>() {}));
        }
    }

    Optional<Account> named(String name) {
        return all.stream().filter(account -> account.name().equals(name)).findFirst();
    }
}
