package io.equipoise.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real script {@code equipoise} in a tree of its own, where everything counts as built and a program that only waits
 * stands for Java: what it says, what it starts and what it leaves behind.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
class ScriptTest {
    private static final String JAVA = """
        #!/usr/bin/env bash
        # stands for Java: extracts nothing, says that it is ready unless it is to be slow, and waits to be ended
        case "$*" in
          *jarmode=tools*)
            for word; do
              case $word in *.jar) jar=${word##*/} ;; */dist) touch "$word/$jar" ;; esac
            done
            exit 0
            ;;
          *Supervisor*) name=supervisor ;;
          *launcher.Launcher*) name=services ;;
          *) name=infrastructure ;;
        esac
        home=${!#}
        [ -e "$home/slow" ] || touch "$home/run/$name.ready"
        trap 'exit 0' TERM
        while :; do sleep 0.1; done
        """;

    @TempDir
    private Path top;

    private final Map<String, String> environment = new HashMap<>();
    private int offset;

    @BeforeEach
    void everything_is_built() throws IOException {
        offset = FreePorts.offset();
        Files.copy(Path.of("../../equipoise"), top.resolve("equipoise"), StandardCopyOption.COPY_ATTRIBUTES);
        var properties = "deploy/local/src/main/resources/local/stack.properties";
        Files.createDirectories(top.resolve(properties).getParent());
        Files.copy(Path.of("src/main/resources/local/stack.properties"), top.resolve(properties));
        for (var module : List.of("gateway", "deploy/local")) {
            built(module, Path.of(module).getFileName().toString());
        }
        for (var service : FreePorts.stack(top).services()) {
            built("services/" + service, service);
        }
        jdk(top.resolve("jdk"), "25.0.1");
        environment.put("EQUIPOISE_HOME", home().toString());
        environment.put("EQUIPOISE_PORT_OFFSET", String.valueOf(offset));
        environment.put("EQUIPOISE_JAVA_HOME", top.resolve("jdk").toString());
        environment.put("JAVA_HOME", "");
        environment.put("HOME", top.toString());
    }

    @AfterEach
    void nothing_is_left_running() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void a_taken_port_is_named_with_who_has_it_and_how_to_move() throws Exception {
        var port = Stack.at(top, offset).port("mail");
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var said = run("up");
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.text())
                    .contains("Port " + taken.getLocalPort() + ", wanted for mail, is taken by ")
                    .contains("free these ports, or move the whole stack: EQUIPOISE_PORT_OFFSET=");
            assertThat(said.text())
                    .containsPattern("taken by .*" + ProcessHandle.current().pid());
        }
        assertThat(processes()).isEmpty();
    }

    @Test
    void without_a_jdk_25_it_says_what_to_install() throws Exception {
        jdk(top.resolve("jvms").resolve("older"), "21.0.2");
        environment.put("EQUIPOISE_JAVA_HOME", "");
        environment.put("EQUIPOISE_JVMS", top.resolve("jvms").toString());
        var said = run("up");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.text())
                .contains("there is no JDK 25 on this machine. Install one", "apt install", "EQUIPOISE_JAVA_HOME")
                .doesNotContain("line ");
        jdk(top.resolve("jvms").resolve("newer"), "25");
        assertThat(run("up").exit()).isZero();
        assertThat(run("down").exit()).isZero();
    }

    @Test
    void up_starts_both_processes_once_and_down_leaves_none() throws Exception {
        var up = run("up");
        assertThat(up.exit()).as(up.text()).isZero();
        assertThat(up.text()).contains("Everything is up", "log in by clicking an account");
        assertThat(processes()).hasSize(2);
        assertThat(run("up").text()).contains("It is up already.");
        assertThat(processes()).hasSize(2);
        assertThat(run("down").text()).contains("Nothing of the stack runs.");
        assertThat(processes()).isEmpty();
        assertThat(home().resolve("run")).isEmptyDirectory();
    }

    @Test
    void ctrl_c_while_it_starts_ends_what_was_started() throws Exception {
        Files.createDirectories(home());
        Files.createFile(home().resolve("slow"));
        var script = start("up");
        while (processes().size() < 2) {
            Thread.sleep(20);
        }
        interrupt(script);
        assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(script.exitValue()).isEqualTo(130);
        assertThat(Files.readString(output())).contains("Stopping");
        assertThat(processes()).isEmpty();
    }

    @Test
    void one_that_dies_while_it_starts_is_named_and_the_others_are_ended() throws Exception {
        Files.createDirectories(home());
        Files.createFile(home().resolve("slow"));
        var script = start("up");
        while (processes().size() < 2) {
            Thread.sleep(20);
        }
        processes().stream()
                .filter(process -> process.info().commandLine().orElse("").contains("Infrastructure"))
                .forEach(ProcessHandle::destroyForcibly);
        assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(script.exitValue()).isEqualTo(1);
        assertThat(Files.readString(output())).contains("The infrastructure ended", "the stack did not start");
        assertThat(processes()).isEmpty();
    }

    @Test
    void what_it_does_not_know_it_says() throws Exception {
        assertThat(run("dance").exit()).isEqualTo(2);
        assertThat(run("dance").text()).contains("./equipoise demo");
        assertThat(run("token").text()).contains("for which account?");
        assertThat(run("token", "inv-01").text()).contains("is the stack up?");
    }

    private record Said(int exit, String text) {}

    private Said run(String... arguments) throws Exception {
        var script = start(arguments);
        assertThat(script.waitFor(60, TimeUnit.SECONDS)).as("ends by itself").isTrue();
        return new Said(script.exitValue(), Files.readString(output()));
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(top.resolve("equipoise").toString()));
        command.addAll(List.of(arguments));
        if (resetsSignals()) {
            command.addAll(0, List.of("env", "--default-signal=INT"));
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** A build that runs in the background ignores Ctrl-C, and so would the script: a terminal's would not. */
    private static boolean resetsSignals() throws IOException {
        try {
            return new ProcessBuilder("env", "--default-signal=INT", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void interrupt(Process process) throws Exception {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> isStarted(process.info().commandLine().orElse("")))
                .toList();
    }

    private boolean isStarted(String command) {
        return command.contains(top + "/j") && command.contains("io.equipoise.local.");
    }

    private Path home() {
        return top.resolve("home");
    }

    private Path output() {
        return top.resolve("said.txt");
    }

    private void built(String module, String name) throws IOException {
        var target = Files.createDirectories(top.resolve(module).resolve("target"));
        Files.createFile(target.resolve(name + "-0.1.0.jar"));
    }

    private static void jdk(Path place, String version) throws IOException {
        Files.createDirectories(place.resolve("bin"));
        Files.writeString(place.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        for (var program : List.of("java", "javac")) {
            var file = Files.writeString(place.resolve("bin").resolve(program), JAVA);
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
    }
}
