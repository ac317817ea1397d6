package io.equipoise.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstallationKeysTest {
    private static final String MASTER = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void keys_come_from_the_environment() throws Exception {
        var signing = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        var keys = InstallationKeys.of(environment(Map.of(
                "EQUIPOISE_KEYSMASTER",
                MASTER,
                "EQUIPOISE_KEYSSIGNING",
                Base64.getEncoder().encodeToString(signing.getEncoded()))));
        assertThat(keys.master()).isEqualTo(MASTER);
        assertThat(keys.signing()).contains(signing);
    }

    @Test
    void keys_come_from_a_file(@TempDir Path home) throws Exception {
        var file = Files.writeString(home.resolve("keys"), "# ours\nmaster=" + MASTER + "\n");
        var keys = InstallationKeys.of(environment(Map.of("EQUIPOISE_KEYSFILE", file.toString())));
        assertThat(keys.master()).isEqualTo(MASTER);
        assertThat(keys.signing()).isEmpty();
    }

    @Test
    void what_one_service_seals_another_opens_with_the_key_that_it_alone_was_given(@TempDir Path home)
            throws Exception {
        var pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        var file = Files.writeString(
                home.resolve("keys"), "master=" + MASTER + "\nsealing=" + base64(pair.getPublic()) + "\n");
        var teller = InstallationKeys.of(environment(Map.of("EQUIPOISE_KEYSFILE", file.toString())));
        var hearer = InstallationKeys.of(environment(
                Map.of("EQUIPOISE_KEYSMASTER", MASTER, "EQUIPOISE_KEYSOPENING", base64(pair.getPrivate()))));
        assertThat(teller.recipient().opening()).isEmpty();
        assertThat(hearer.recipient().sealing()).isEmpty();
        var sealed = teller.recipient().sealing().orElseThrow().seal("a test", "ANNA", "clear");
        assertThat(hearer.recipient().opening().orElseThrow().open("a test", "ANNA", sealed))
                .hasValue("clear");
    }

    @Test
    void what_the_environment_says_goes_before_the_file(@TempDir Path home) throws Exception {
        var file = Files.writeString(home.resolve("keys"), "master=of the file\n");
        var settings = environment(Map.of("EQUIPOISE_KEYSFILE", file.toString(), "EQUIPOISE_KEYSMASTER", MASTER));
        assertThat(InstallationKeys.of(settings).master()).isEqualTo(MASTER);
    }

    @Test
    void without_a_master_key_it_says_what_to_set(@TempDir Path home) throws Exception {
        assertThatThrownBy(() -> InstallationKeys.of(environment(Map.of())))
                .hasMessageContaining("EQUIPOISE_KEYSMASTER");
        var file = Files.writeString(home.resolve("keys"), "signing=x\n");
        assertThatThrownBy(() -> InstallationKeys.of(environment(Map.of("EQUIPOISE_KEYSFILE", file.toString()))))
                .hasMessageContaining("no line master=");
        assertThatThrownBy(() -> InstallationKeys.of(
                        environment(Map.of("EQUIPOISE_KEYSMASTER", MASTER, "EQUIPOISE_KEYSSIGNING", "x"))))
                .hasMessageContaining("Ed25519");
    }

    private static String base64(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** The settings as Spring reads them from a process's environment. */
    private static EquipoiseSettings environment(Map<String, String> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("systemEnvironment", Map.copyOf(variables)));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("equipoise", EquipoiseSettings.class);
    }
}
