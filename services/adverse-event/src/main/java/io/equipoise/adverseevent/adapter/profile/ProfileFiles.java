package io.equipoise.adverseevent.adapter.profile;

import io.equipoise.adverseevent.application.Profiles;
import io.equipoise.adverseevent.domain.clock.AuthorityProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Profiles that come with the service, and those that a sponsor keeps in a folder of its own (*.json): there it adds its own
 * house's rules, or overrules a shipped profile by its name. A file that does not hold a profile stops the start.
 */
public final class ProfileFiles implements Profiles {
    private static final List<String> SHIPPED = List.of("EU-CTR", "FDA-IND", "UK");

    private final Map<String, AuthorityProfile> profiles = new TreeMap<>();

    public ProfileFiles(JsonMapper json, Optional<Path> folder) {
        SHIPPED.forEach(name -> add(json, "/clocks/" + name + ".json"));
        folder.ifPresent(own -> addAll(json, own));
    }

    @Override
    public Optional<AuthorityProfile> of(String authority) {
        return Optional.ofNullable(profiles.get(authority));
    }

    @Override
    public List<AuthorityProfile> all() {
        return List.copyOf(profiles.values());
    }

    private void add(JsonMapper json, String resource) {
        try (var in = ProfileFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the shipped profile " + resource + " is missing");
            }
            put(read(json, in, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addAll(JsonMapper json, Path folder) {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                try (var in = Files.newInputStream(file)) {
                    put(read(json, in, file.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of clock profiles cannot be read", e);
        }
    }

    private void put(AuthorityProfile profile) {
        profiles.put(profile.authority(), profile);
    }

    private static AuthorityProfile read(JsonMapper json, InputStream in, String name) {
        try {
            return json.readValue(in, AuthorityProfile.class);
        } catch (JacksonException e) {
            throw new IllegalStateException("not a clock profile: " + name + ": " + e.getOriginalMessage(), e);
        }
    }
}
