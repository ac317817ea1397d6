package io.equipoise.local.twins;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.local.client.Casting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TwinsTest {
    private static final Instant BEGUN = Instant.parse("2026-11-23T08:00:00Z");
    private static final Plain PLAIN = new Plain(BEGUN, BEGUN.plusSeconds(90));

    private static Map<String, List<String>> seen(String event, String at) {
        var seen = new Seen(PLAIN);
        seen.add("logs", "INFO randomized K-#", "");
        seen.add("answers to commands", "pha-01 200", "{\"kit\":\"K-104233\",\"packagingLot\":\"P-0001\"}");
        seen.add(
                "answers to commands",
                "inv-01 409",
                "{\"detail\":\"The site has no kit.\",\"code\":\"NO_KIT_AVAILABLE\"}");
        seen.add(
                "topic randomization",
                "ShipmentRequested.v1",
                "{\"site\":\"01\",\"on\":\"2025-06-02\",\"sets\":4,\"event\":\"%s\",\"recordedAt\":\"%s\"}"
                        .formatted(event, at));
        return seen.channels();
    }

    @Test
    void two_runs_that_differ_in_what_chance_and_the_clock_made_are_alike() {
        var one = seen("AE-7Q2M9K4T", "2026-11-23T08:00:12Z");
        var other = seen("AE-K4T7Q2M9", "2026-11-23T08:01:14.52Z");
        assertThat(new Comparison(one, other).equal()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a log line of one arm,          logs,                randomized K-#,    randomized to 1 K-#",
        "a kit prefix,                   answers to commands, K-104233,          E-104233",
        "a lot number,                   answers to commands, P-0001,            P-0002",
        "an error text,                  answers to commands, has no kit,        has no such kit",
        "the moment of a resupply,       topic randomization, 2025-06-02,        2025-06-03",
        "a quantity,                     topic randomization, \"sets\":4,        \"sets\":5"
    })
    void a_planted_leak_is_found_where_it_is(String leak, String channel, String said, String leaking) {
        var one = seen("AE-7Q2M9K4T", "2026-11-23T08:00:12Z");
        var other = new TreeMap<>(one);
        other.put(
                channel,
                one.get(channel).stream()
                        .map(line -> line.replace(said, leaking))
                        .toList());
        var found = new Comparison(one, other);
        assertThat(found.equal()).isFalse();
        assertThat(found.channels())
                .filteredOn(each -> !each.equal())
                .singleElement()
                .satisfies(each -> assertThat(each.name()).isEqualTo(channel))
                .satisfies(each -> assertThat(each.text()).contains("✗").contains(leaking));
    }

    @Test
    void a_link_of_a_mail_is_read_and_only_its_alert_its_end_and_its_signature_are_left_out() {
        var one = PLAIN.of("Take " + link("AL-AE-7Q2M9K4T\n0\nsaf-01\n1795712640", "7d"));
        assertThat(one).isEqualTo("Take http://h/safety/acknowledge/AL-<event>|0|saf-01|<until>.<signature>");
        assertThat(PLAIN.of("Take " + link("AL-AE-K4T7Q2M9\n0\nsaf-01\n1795712730", "17")))
                .isEqualTo(one);
        assertThat(PLAIN.of("Take " + link("AL-AE-K4T7Q2M9\n0\nsaf-01 E\n1795712730", "17")))
                .isNotEqualTo(one);
    }

    private static String link(String said, String signature) {
        var written = Base64.getUrlEncoder().withoutPadding().encodeToString(said.getBytes(StandardCharsets.UTF_8));
        return "http://h/safety/acknowledge/" + written + "." + signature.repeat(32);
    }

    @Test
    void one_more_or_one_less_of_the_same_is_a_difference() {
        var one = seen("AE-7Q2M9K4T", "2026-11-23T08:00:12Z");
        var other = new TreeMap<>(one);
        other.put("logs", List.of());
        assertThat(new Comparison(one, other).equal()).isFalse();
        assertThat(new Comparison(Map.of(), Map.of()).equal()).isFalse();
    }

    @Test
    void days_of_the_trial_stay_to_the_second_and_only_the_runs_own_instants_are_left_out() {
        assertThat(PLAIN.of("2025-03-11T09:00:00Z")).isEqualTo("2025-03-11T09:00:00Z");
        assertThat(PLAIN.of("2026-11-23T09:00:30+01:00 DTSTAMP:20261123T080030Z"))
                .isEqualTo("<now> DTSTAMP:<now>");
        assertThat(PLAIN.of("broken 2026-11-23 09:00 +01:00, given 2025-03-11 09:00 +01:00"))
                .isEqualTo("broken <now>, given 2025-03-11 09:00 +01:00");
        assertThat(PLAIN.body("{\"b\":1,\"a\":[3,1]}")).isEqualTo("{\"a\":[3,1],\"b\":1}");
        assertThat(PLAIN.body("[{\"event\":\"AE-ZZZZZZZZ\",\"n\":1},{\"event\":\"AE-AAAAAAAA\",\"n\":0}]"))
                .isEqualTo("[{\"event\":\"<event>\",\"n\":0},{\"event\":\"<event>\",\"n\":1}]");
        assertThat(PLAIN.of("batch EQ-20261123081502-SC-7Q2M9K4T of DE-EQUIPOISE-SC-7Q2M9K4T"))
                .isEqualTo("batch <batch> of DE-EQUIPOISE-<scan>");
        assertThat(PLAIN.body("{no json")).isEqualTo("{no json");
    }

    @Test
    void what_was_seen_is_written_down_and_read_again(@TempDir Path folder) {
        var seen = new Seen(PLAIN);
        seen.add("mails", "", "{\"subject\":\"Serious event\"}");
        seen.write(folder.resolve("one.json"));
        assertThat(Seen.read(folder.resolve("one.json"))).isEqualTo(seen.channels());
    }

    @Test
    void the_other_run_has_its_arms_the_other_way_round_and_nothing_else() {
        var definition = "study: A\ndesign:\n  arms:\n    - {arm: E}\n    - {arm: S}\n  ratio: {}\n";
        assertThat(new Casting(7, false).ordered(definition)).isEqualTo(definition);
        assertThat(new Casting(7, true).ordered(definition))
                .isEqualTo("study: A\ndesign:\n  arms:\n    - {arm: S}\n    - {arm: E}\n  ratio: {}\n");
        assertThat(new Casting(7, true).chance("kits").nextLong())
                .isEqualTo(new Casting(7, false).chance("kits").nextLong());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a broker that was slow;         true;  ERROR [quorum-controller-#-event-handler]"
                        + " o.a.k.c.EventPerformanceMonitor : slow",
                "a broker's heartbeat;           true;  WARN  [broker-#-manager] k.s.BrokerLifecycleManager : timed"
                        + " out",
                "a line of ours;                 false; WARN  [exec-#] i.e.p.consume.Listener : a dead letter",
                "a line that names what is ours; false; INFO randomized to o.a.k.c.Arm"
            })
    void what_the_broker_says_of_itself_is_no_trace(String what, boolean left, String line) {
        assertThat(Traces.isOfTheBroker(line)).isEqualTo(left);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a request that came too early; true; "
                        + " http_server_requests_seconds_count{method=POST,outcome=\"CLIENT_ERROR\",status=404}",
                "a producer's nodes;            true;" + " kafka_producer_node_request_total{node_id=\"node-1\"}",
                "one that was answered;         false;"
                        + " http_server_requests_seconds_count{method=POST,outcome=\"SUCCESS\",status=201}",
                "one that broke something;      false;"
                        + " http_server_requests_seconds_count{method=POST,outcome=\"SERVER_ERROR\",status=500}",
                "a count of an arm;             false; kits_dispensed_total{arm=E}"
            })
    void what_the_load_made_is_no_trace(String what, boolean left, String series) {
        assertThat(Traces.isOfTheLoad(series)).isEqualTo(left);
    }
}
