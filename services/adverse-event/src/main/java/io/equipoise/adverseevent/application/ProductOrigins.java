package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Origins;
import io.equipoise.adverseevent.domain.Origins.Keep;
import io.equipoise.adverseevent.domain.ProductOriginKept;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.journal.Attribution;

/** Keeps from which donor the product of each kit is. Nothing of it may be shown but counted, to the data safety board. */
public final class ProductOrigins {
    private final CommandHandler<Origins, Keep, SafetyFact> handler;

    public ProductOrigins(CommandHandler<Origins, Keep, SafetyFact> handler) {
        this.handler = handler;
    }

    public void keep(ProductOriginKept told, Attribution by) {
        handler.handle(Origins.stream(told.subject().study()), new Keep(told), by);
    }

    public Origins of(String study) {
        return handler.state(Origins.stream(study));
    }
}
