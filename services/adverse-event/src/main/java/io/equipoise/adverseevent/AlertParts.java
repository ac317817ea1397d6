package io.equipoise.adverseevent;

import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.adapter.fhir.FhirCarrier;
import io.equipoise.adverseevent.adapter.fhir.FhirSettings;
import io.equipoise.adverseevent.adapter.mail.MailCarrier;
import io.equipoise.adverseevent.adapter.mail.MailSettings;
import io.equipoise.adverseevent.adapter.metrics.AlertMeters;
import io.equipoise.adverseevent.adapter.mongo.AlertsProjection;
import io.equipoise.adverseevent.adapter.mongo.MongoFeedLog;
import io.equipoise.adverseevent.adapter.mongo.MongoTurns;
import io.equipoise.adverseevent.adapter.schedule.Rounds;
import io.equipoise.adverseevent.adapter.webhook.WebhookCarrier;
import io.equipoise.adverseevent.adapter.webhook.WebhookSettings;
import io.equipoise.adverseevent.application.AcknowledgementLinks;
import io.equipoise.adverseevent.application.Acknowledging;
import io.equipoise.adverseevent.application.AlertBoard;
import io.equipoise.adverseevent.application.AlertFeed;
import io.equipoise.adverseevent.application.AlertInbox;
import io.equipoise.adverseevent.application.AlertPolicy;
import io.equipoise.adverseevent.application.Calling;
import io.equipoise.adverseevent.application.Carrier;
import io.equipoise.adverseevent.application.Deliveries;
import io.equipoise.adverseevent.application.Deliveries.Couriers;
import io.equipoise.adverseevent.application.Dictionaries;
import io.equipoise.adverseevent.application.EscalationRule;
import io.equipoise.adverseevent.application.Escalations;
import io.equipoise.adverseevent.application.Escalations.Ladders;
import io.equipoise.adverseevent.application.FeedLog;
import io.equipoise.adverseevent.application.House;
import io.equipoise.adverseevent.application.Measures;
import io.equipoise.adverseevent.application.OpenAlerts;
import io.equipoise.adverseevent.application.Recipients;
import io.equipoise.adverseevent.application.Reporting;
import io.equipoise.adverseevent.application.SafetyViews;
import io.equipoise.adverseevent.application.Triggers;
import io.equipoise.adverseevent.application.Watches;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.AlertCommand;
import io.equipoise.adverseevent.domain.PersonFact;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.consume.ProtocolsHeard;
import io.equipoise.platform.journal.Bookmarks;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.Tail;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.json.JsonMapper;

/** The way of an alert: raised, pushed, carried, acknowledged, escalated. */
@Configuration(proxyBeanMethods = false)
class AlertParts {

    @Bean
    OpenAlerts openAlerts(MongoDatabase database) {
        return new AlertsProjection(database);
    }

    @Bean
    Measures measures(MeterRegistry meters) {
        return new AlertMeters(meters);
    }

    @Bean
    CommandHandler<Alert, AlertCommand, SafetyFact> alerts(Journal<SafetyFact> journal, ProtocolsHeard protocols) {
        return new CommandHandler<>(journal, Alert.DECIDER, protocols.told("enrolment", AlertParts::person));
    }

    /** As enrolment tells of whom a fact is about. */
    static String person(SafetyFact fact) {
        if (fact instanceof PersonFact personal) {
            return "subject/" + personal.subject();
        }
        throw new IllegalStateException("about nobody: " + fact);
    }

    @Bean
    Acknowledging acknowledging(CommandHandler<Alert, AlertCommand, SafetyFact> alerts) {
        return new Acknowledging(alerts);
    }

    @Bean
    EscalationRule escalationRule(
            House house, @Value("${equipoise.safety.escalate-after:#{null}}") @Nullable Duration otherwise) {
        return new EscalationRule(house, Optional.ofNullable(otherwise));
    }

    @Bean
    Recipients recipients(MailSettings mail, WebhookSettings webhooks, FhirSettings fhir) {
        return new Recipients(
                Stream.of(
                                MailCarrier.targets(mail.officers()),
                                WebhookCarrier.targets(webhooks),
                                FhirCarrier.targets(fhir))
                        .flatMap(List::stream)
                        .toList(),
                MailCarrier.targets(mail.escalation()));
    }

    @Bean
    AlertPolicy policy(
            Calling calling,
            Watches watches,
            Triggers triggers,
            CommandHandler<Alert, AlertCommand, SafetyFact> alerts,
            Clock clock) {
        return new AlertPolicy(calling, watches, triggers, alerts, clock);
    }

    @Bean
    Triggers triggers(Journal<SafetyFact> journal, Dictionaries dictionaries) {
        return new Triggers(journal, dictionaries::codes);
    }

    @Bean
    Escalations escalations(
            OpenAlerts open,
            CommandHandler<Alert, AlertCommand, SafetyFact> alerts,
            EscalationRule rule,
            Ladders ladders,
            Clock clock) {
        return new Escalations(open, alerts, rule, ladders, clock);
    }

    @Bean
    Deliveries deliveries(
            CommandHandler<Alert, AlertCommand, SafetyFact> alerts, Couriers couriers, Measures measures, Clock clock) {
        return new Deliveries(alerts, couriers, measures, clock, Deliveries.Pace.USUAL);
    }

    @Bean
    Couriers couriers(List<Carrier> carriers, MongoDatabase database) {
        return new Couriers(carriers, new MongoTurns(database));
    }

    @Bean
    Carrier webhooks(WebhookSettings webhooks, MailSettings mail, JsonMapper json) {
        return new WebhookCarrier(webhooks, json, mail.link());
    }

    @Bean
    Carrier mails(ObjectProvider<JavaMailSender> sender, MailSettings mail, AcknowledgementLinks links) {
        return new MailCarrier(
                sender.getIfAvailable(() -> {
                    if (!mail.names().isEmpty()) {
                        throw new IllegalStateException(
                                "equipoise.safety.mail names mailboxes: set spring.mail.host too");
                    }
                    return new JavaMailSenderImpl();
                }),
                mail,
                links);
    }

    @Bean
    FeedLog feedLog(MongoDatabase database) {
        return new MongoFeedLog(database);
    }

    @Bean
    AlertFeed feed(FeedLog log) {
        return new AlertFeed(log);
    }

    @Bean
    AlertInbox alertInbox(SafetyViews views, EscalationRule rule, Recipients recipients, Couriers couriers) {
        return new AlertInbox(views, rule, recipients, couriers::reach);
    }

    @Bean
    AlertBoard alertBoard(
            SafetyViews views, AlertInbox inbox, House house, Reporting reporting, Journal<SafetyFact> journal) {
        return new AlertBoard(views, inbox, house, reporting, journal);
    }

    @Bean
    Tail<SafetyFact> alertPolicy(Journal<SafetyFact> journal, Bookmarks bookmarks, AlertPolicy policy) {
        return new Tail<>("alert-policy", journal, bookmarks, commits -> commits.forEach(policy::told));
    }

    @Bean
    Tail<SafetyFact> alertFeed(Journal<SafetyFact> journal, Bookmarks bookmarks, AlertFeed feed) {
        return new Tail<>("alert-feed", journal, bookmarks, commits -> commits.forEach(feed::told));
    }

    /** Apart from the feed: who watches a screen does not wait until a mail has set out. */
    @Bean
    Tail<SafetyFact> alertDeliveries(Journal<SafetyFact> journal, Bookmarks bookmarks, Deliveries deliveries) {
        return new Tail<>("alert-deliveries", journal, bookmarks, commits -> commits.forEach(deliveries::told));
    }

    @Bean
    Rounds rounds(Escalations escalations, OpenAlerts open, Deliveries deliveries) {
        return new Rounds(escalations, open, deliveries);
    }

    @Bean
    MeterBinder undelivered(Deliveries deliveries) {
        return meters -> Gauge.builder("equipoise.alerts.undelivered", deliveries, Deliveries::undelivered)
                .description("deliveries of alerts that failed at least once and are still tried")
                .register(meters);
    }
}
