package io.equipoise.local.identity;

import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which a developer says who to be: one click on an account, no password. */
@RestController
final class LogInPage {

    private final Accounts accounts;

    LogInPage(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page(CsrfToken csrf) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width"><title>Log in to Equipoise (development)</title>
                <style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}
                .note{border-left:.3rem solid #b35900;padding:.5rem 1rem;background:#fff4e5;color:#402000}
                .who{display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:.4rem}form{margin:0}
                button{font:inherit;color:inherit;background:none;width:100%;text-align:left;padding:.5rem 1rem;cursor:pointer;
                border:1px solid #8a94a0;border-radius:6px}button:hover,button:focus-visible{outline:3px solid #0b6a72}
                button b{display:inline-block;min-width:5rem}</style></head><body><main>
                <h1>Who are you?</h1>
                <p class="note"><strong>Development only.</strong> These accounts have no passwords and exist only in the
                local stack. Elsewhere people log in at your own identity provider.</p>
                <div class="who">
                """
                + accounts.all().stream()
                        .map(account -> button(account, csrf.getToken()))
                        .collect(Collectors.joining())
                + "</div></main></body></html>";
    }

    private static String button(Account account, String csrf) {
        return """
            <form method="post" action="/login"><input type="hidden" name="_csrf" value="%s">
            <input type="hidden" name="password" value="%s">
            <button name="username" value="%s"><b>%s</b> %s</button></form>
            """.formatted(
                        HtmlUtils.htmlEscape(csrf),
                        IdentityProvider.PASSWORD,
                        account.name(),
                        account.name(),
                        HtmlUtils.htmlEscape(account.title()));
    }
}
