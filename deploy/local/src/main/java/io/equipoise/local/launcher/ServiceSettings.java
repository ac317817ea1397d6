package io.equipoise.local.launcher;

import io.equipoise.local.Stack;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a service is told about the stack it runs in, as command-line arguments: those belong to one application. */
record ServiceSettings(Stack stack) {

    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

    List<String> arguments(String service) {
        var settings = new TreeMap<String, String>(forAll());
        settings.put("spring.application.name", service);
        settings.put("server.port", String.valueOf(stack.servicePort(service)));
        if (service.equals("gateway")) {
            settings.putAll(forGateway());
        }
        if (service.equals("adverse-event")) {
            settings.putAll(forSafety());
            settings.putAll(forReports());
        }
        if (service.equals("imaging")) {
            settings.put("equipoise.imaging.store", stack.data("dicom").toString());
        }
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    private Map<String, String> forAll() {
        var settings = new TreeMap<String, String>();
        settings.put("server.address", "127.0.0.1"); // the accounts have no passwords: nobody else may come in
        settings.put("spring.main.banner-mode", "off");
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "2s");
        settings.put("spring.kafka.bootstrap-servers", stack.bootstrapServers());
        settings.put("spring.mongodb.uri", stack.storeUri());
        settings.put("spring.mail.host", "localhost");
        settings.put("spring.mail.port", String.valueOf(stack.port("smtp")));
        settings.put(JWT + "issuer-uri", stack.issuer());
        settings.put(JWT + "jwk-set-uri", stack.issuer() + "/oauth2/jwks");
        settings.put("equipoise.keys-file", stack.keys().toString());
        settings.put("management.metrics.use-global-registry", "false"); // else all services count into all
        settings.put("management.metrics.enable.logback", "false"); // would count every service's entries
        return settings;
    }

    /** Every officer hears of every alert; the second is where an unacknowledged one goes. */
    private Map<String, String> forSafety() {
        var mail = "equipoise.safety.mail.";
        return Map.of(
                "equipoise.safety.sender",
                "EQUIPOISE",
                mail + "from",
                "equipoise@localhost",
                mail + "link",
                stack.url(stack.servicePort("gateway")),
                mail + "officers[0].name",
                "saf-01",
                mail + "officers[0].address",
                "saf-01@localhost",
                mail + "escalation[0].name",
                "saf-02",
                mail + "escalation[0].address",
                "saf-02@localhost");
    }

    /** Who sends reports to authorities, and the demonstrated study's number at FDA: all of it made up. */
    private static Map<String, String> forReports() {
        var settings = new TreeMap<String, String>();
        var e2b = "equipoise.safety.e2b.";
        var sender = """
            identifier=EQUIPOISE;type=3;organisation=Equipoise local stack;department=Safety;title=Dr;given-name=Safety
            family-name=Office;street=Street 1;city=Town;state=BE;postcode=10000;country=DE;telephone=+49 30 0;fax=+49 30 1
            email=saf-01@example.org
            """;
        for (var setting : sender.strip().split("[;\\n]")) {
            settings.put(e2b + "sender." + setting.split("=")[0], setting.split("=")[1]);
        }
        settings.put(e2b + "receiver", "EVTEST");
        settings.put(e2b + "studies.NCT07146087.ind", "123456");
        settings.put(e2b + "studies.NCT07146087.receiver", "CBER_IND");
        return settings;
    }

    private Map<String, String> forGateway() {
        var settings = new TreeMap<String, String>();
        settings.put("equipoise.identity.browser", stack.issuer());
        stack.services()
                .forEach(service ->
                        settings.put("equipoise.services." + service, stack.url(stack.servicePort(service))));
        return settings;
    }
}
