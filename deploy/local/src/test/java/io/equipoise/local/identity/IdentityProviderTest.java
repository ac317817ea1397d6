package io.equipoise.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.equipoise.local.FreePorts;
import io.equipoise.local.Stack;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

class IdentityProviderTest {

    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-protocol-0123456789";

    @TempDir
    static Path home;

    private static Stack stack;
    private static ConfigurableApplicationContext provider;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() throws Exception {
        stack = FreePorts.stack(home);
        provider = IdentityProvider.start(stack);
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void a_program_gets_a_token_that_says_role_and_sites() throws Exception {
        var claims = verified(tokenFor("inv-01")).getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo("inv-01");
        assertThat(claims.getIssuer()).isEqualTo(stack.issuer());
        assertThat(claims.getStringClaim("preferred_username")).isEqualTo("inv-01");
        assertThat(claims.getStringListClaim("roles")).containsExactly("investigator");
        assertThat(claims.getStringListClaim("sites")).containsExactly("01");
        assertThat(claims.getExpirationTime())
                .isAfter(Date.from(new Date().toInstant().plus(Duration.ofHours(11))));
    }

    @Test
    void the_hospitals_system_is_bound_to_its_site_and_the_monitor_sees_all() throws Exception {
        assertThat(verified(tokenFor("ehr-01")).getJWTClaimsSet().getStringListClaim("sites"))
                .containsExactly("01");
        assertThat(verified(tokenFor("mon-01")).getJWTClaimsSet().getStringListClaim("sites"))
                .containsExactly("*");
    }

    @Test
    void an_account_that_does_not_exist_gets_no_token_but_the_list() throws Exception {
        var answer = post("/dev/token?account=nobody", Map.of());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("ACCOUNT_UNKNOWN").contains("saf-02").doesNotContain("access_token");
    }

    @Test
    void a_person_clicks_an_account_and_the_gateway_gets_the_token() throws Exception {
        var authorize = "/oauth2/authorize?response_type=code&client_id=equipoise-gateway&scope=openid&state=s"
                + "&code_challenge_method=S256&code_challenge=" + challenge()
                + "&redirect_uri=" + encode(redirect());
        var page = logInPage(authorize);
        assertThat(page).contains("Development only").contains("dsb-01");

        var clicked = post("/login", Map.of("username", "pha-01", "password", "development", "_csrf", csrf(page)));
        var granted = get(location(clicked));
        var code = parameter(location(granted), "code");
        assertThat(location(granted)).startsWith(redirect());

        var answer = exchange(code, VERIFIER);
        assertThat(answer.statusCode()).isEqualTo(200);
        var token = JsonMapper.builder().build().readTree(answer.body());
        var claims = verified(token.path("access_token").asString()).getJWTClaimsSet();
        assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("pharmacist"));
        assertThat(token.path("id_token").asString()).isNotEmpty();
        assertThat(token.path("refresh_token").asString()).isNotEmpty();
    }

    @Test
    void a_token_says_when_its_person_logged_in_and_who_is_asked_for_a_newer_log_in_clicks_again() throws Exception {
        var before = Instant.now().getEpochSecond();
        assertThat(verified(tokenFor("inv-01")).getJWTClaimsSet().getLongClaim("auth_time"))
                .isGreaterThanOrEqualTo(before);
        var authorize = "/oauth2/authorize?response_type=code&client_id=equipoise-gateway&scope=openid&state=s"
                + "&code_challenge_method=S256&code_challenge=" + challenge()
                + "&redirect_uri=" + encode(redirect());
        var page = logInPage(authorize);
        post("/login", Map.of("username", "inv-01", "password", "development", "_csrf", csrf(page)));

        var young = get(stack.issuer() + authorize + "&max_age=60");
        var answer = exchange(parameter(location(young), "code"), VERIFIER);
        var token = JsonMapper.builder().build().readTree(answer.body()).path("access_token");
        assertThat(verified(token.asString()).getJWTClaimsSet().getLongClaim("auth_time"))
                .isGreaterThanOrEqualTo(before);
        var old = browser.send(
                HttpRequest.newBuilder(URI.create(stack.issuer() + authorize + "&max_age=0"))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(location(old)).endsWith("/login");
    }

    @Test
    void whoever_stole_the_code_but_not_the_verifier_gets_nothing() throws Exception {
        var authorize = "/oauth2/authorize?response_type=code&client_id=equipoise-gateway&scope=openid&state=s"
                + "&code_challenge_method=S256&code_challenge=" + challenge()
                + "&redirect_uri=" + encode(redirect());
        var page = logInPage(authorize);
        var clicked = post("/login", Map.of("username", "pha-01", "password", "development", "_csrf", csrf(page)));
        var code = parameter(location(get(location(clicked))), "code");

        assertThat(exchange(code, VERIFIER + "x").statusCode()).isEqualTo(400);
    }

    @Test
    void a_token_outlives_a_restart_of_the_provider() throws Exception {
        var before = SigningKey.at(home.resolve("again").resolve("key.json"));
        var after = SigningKey.at(home.resolve("again").resolve("key.json"));

        assertThat(after.toString(false)).isEqualTo(before.toString(false));
    }

    private String tokenFor(String account) throws Exception {
        return JsonMapper.builder()
                .build()
                .readTree(post("/dev/token?account=" + account, Map.of()).body())
                .path("access_token")
                .asString();
    }

    private SignedJWT verified(String token) throws Exception {
        var keys = JWKSet.parse(get(stack.issuer() + "/oauth2/jwks").body());
        var jwt = SignedJWT.parse(token);
        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(keys.toString()).doesNotContain("\"d\"");
        return jwt;
    }

    private String logInPage(String authorize) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(stack.issuer() + authorize))
                .header("Accept", "text/html")
                .build();
        var asked = browser.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(location(asked)).endsWith("/login");
        return get(location(asked)).body();
    }

    private HttpResponse<String> exchange(String code, String verifier) throws Exception {
        return post(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        redirect(),
                        "client_id",
                        "equipoise-gateway",
                        "client_secret",
                        "development-only",
                        "code_verifier",
                        verifier));
    }

    private HttpResponse<String> get(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url)).build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(stack.issuer() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String redirect() {
        return stack.gateway() + "/login/oauth2/code/equipoise";
    }

    private static String challenge() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static String csrf(String page) {
        var field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String parameter(String url, String name) {
        var field = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(url);
        assertThat(field.find()).as(url).isTrue();
        return URLDecoder.decode(field.group(1), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
