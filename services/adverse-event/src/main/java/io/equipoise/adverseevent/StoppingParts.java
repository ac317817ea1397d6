package io.equipoise.adverseevent;

import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.adapter.kafka.StoppingReaction;
import io.equipoise.adverseevent.adapter.mongo.StoppingToldProjection;
import io.equipoise.adverseevent.application.StoppingRules;
import io.equipoise.adverseevent.application.StoppingWatch;
import io.equipoise.adverseevent.application.ToldForStopping;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Stopping;
import io.equipoise.adverseevent.domain.StoppingCommand;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.consume.Reaction;
import io.equipoise.platform.journal.Bookmarks;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.Tail;
import io.equipoise.platform.projection.ProjectionFactory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Stopping rules: what they count, what follows from it, who lets a study go on. */
@Configuration(proxyBeanMethods = false)
class StoppingParts {

    @Bean
    CommandHandler<Stopping, StoppingCommand, SafetyFact> stopping(Journal<SafetyFact> journal) {
        return new CommandHandler<>(journal, Stopping.DECIDER);
    }

    @Bean
    ProjectionFactory stoppingToldProjection(JsonMapper json) {
        return new ProjectionFactory(database -> new StoppingToldProjection(database, json));
    }

    @Bean
    ToldForStopping toldForStopping(MongoDatabase database, JsonMapper json) {
        return new StoppingToldProjection(database, json);
    }

    @Bean
    StoppingRules stoppingRules(CommandHandler<Stopping, StoppingCommand, SafetyFact> stopping, ToldForStopping told) {
        return new StoppingRules(stopping, told);
    }

    @Bean
    StoppingWatch stoppingWatch(
            CommandHandler<Stopping, StoppingCommand, SafetyFact> stopping,
            Journal<SafetyFact> journal,
            ToldForStopping told,
            Clock clock) {
        return new StoppingWatch(stopping, journal, told, clock);
    }

    @Bean
    Reaction stoppingReaction(StoppingWatch watch, StoppingRules rules, Clock clock) {
        return new StoppingReaction(watch, rules, clock);
    }

    @Bean
    Tail<SafetyFact> stoppingTail(Journal<SafetyFact> journal, Bookmarks bookmarks, StoppingWatch watch) {
        return new Tail<>("stopping", journal, bookmarks, commits -> commits.forEach(watch::told));
    }
}
