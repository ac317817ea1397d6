package io.equipoise.adverseevent;

import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.adapter.mongo.CasesProjection;
import io.equipoise.adverseevent.adapter.mongo.GridFsFiles;
import io.equipoise.adverseevent.adapter.profile.ProfileFiles;
import io.equipoise.adverseevent.adapter.rest.EventIds;
import io.equipoise.adverseevent.adapter.schedule.ClockRounds;
import io.equipoise.adverseevent.application.CaseBook;
import io.equipoise.adverseevent.application.CaseBook.Numbers;
import io.equipoise.adverseevent.application.CaseClocks;
import io.equipoise.adverseevent.application.CaseFileDesk;
import io.equipoise.adverseevent.application.CaseIndex;
import io.equipoise.adverseevent.application.CaseSheets;
import io.equipoise.adverseevent.application.ClockBoard;
import io.equipoise.adverseevent.application.ClockWatch;
import io.equipoise.adverseevent.application.Duplicates;
import io.equipoise.adverseevent.application.House;
import io.equipoise.adverseevent.application.Judgements;
import io.equipoise.adverseevent.application.Profiles;
import io.equipoise.adverseevent.application.Reconciling;
import io.equipoise.adverseevent.application.Reporting;
import io.equipoise.adverseevent.domain.CaseCommand;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.consume.ProtocolsHeard;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.projection.OwnProjectionFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Cases and their clocks. */
@Configuration(proxyBeanMethods = false)
class CaseParts {

    @Bean
    Profiles profiles(JsonMapper json, @Value("${equipoise.safety.clock-profiles:#{null}}") @Nullable Path folder) {
        return new ProfileFiles(json, Optional.ofNullable(folder));
    }

    @Bean
    OwnProjectionFactory<SafetyFact> casesProjection() {
        return new OwnProjectionFactory<>(CasesProjection::new);
    }

    @Bean
    CaseIndex caseIndex(MongoDatabase database) {
        return new CasesProjection(database);
    }

    @Bean
    CommandHandler<SafetyCase, CaseCommand, SafetyFact> cases(Journal<SafetyFact> journal, ProtocolsHeard protocols) {
        return new CommandHandler<>(journal, SafetyCase.DECIDER, protocols.told("enrolment", AlertParts::person));
    }

    @Bean
    CaseBook caseBook(
            Reporting events,
            Journal<SafetyFact> journal,
            CommandHandler<SafetyCase, CaseCommand, SafetyFact> cases,
            Profiles profiles,
            @Value("${equipoise.safety.sender:#{null}}") @Nullable String sender) {
        var named = Optional.ofNullable(sender).filter(name -> !name.isBlank());
        return new CaseBook(events, journal, cases, profiles, new Numbers(new EventIds("SC-"), named));
    }

    @Bean
    CaseClocks caseClocks(Profiles profiles, Journal<SafetyFact> journal) {
        return new CaseClocks(profiles, new Judgements(journal));
    }

    @Bean
    CaseFileDesk caseFiles(CaseBook book, MongoDatabase database, KeyVault keys) {
        return new CaseFileDesk(book, new GridFsFiles(database, keys));
    }

    @Bean
    Reconciling reconciling(CaseBook book, Reporting events) {
        return new Reconciling(book, events);
    }

    @Bean
    Duplicates duplicates(CaseBook book, CaseIndex index, House house) {
        return new Duplicates(book, index, house);
    }

    @Bean
    ClockBoard clockBoard(CaseIndex index, CaseBook book, CaseClocks clocks, Clock clock) {
        return new ClockBoard(index, book, clocks, clock);
    }

    @Bean
    CaseSheets caseSheets(
            CaseIndex index, CaseBook book, ClockBoard board, Reconciling reconciling, Duplicates duplicates) {
        return new CaseSheets(index, book, board, reconciling, duplicates);
    }

    @Bean
    ClockWatch clockWatch(ClockBoard board, CaseBook book) {
        return new ClockWatch(board, book);
    }

    @Bean
    ClockRounds clockRounds(ClockWatch watch, @Value("${equipoise.safety.clock-rounds:30s}") Duration every) {
        return new ClockRounds(watch, every);
    }
}
