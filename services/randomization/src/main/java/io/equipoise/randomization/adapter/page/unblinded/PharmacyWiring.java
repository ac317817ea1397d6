package io.equipoise.randomization.adapter.page.unblinded;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What the pharmacist's pages are drawn with. */
@Configuration(proxyBeanMethods = false)
class PharmacyWiring {
    @Bean
    PharmacyPages.Look pharmacyLook(JsonMapper json, Clock clock) {
        return new PharmacyPages.Look(json, clock);
    }
}
