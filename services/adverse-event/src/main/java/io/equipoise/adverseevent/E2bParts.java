package io.equipoise.adverseevent;

import io.equipoise.adverseevent.adapter.e2b.E2bFiles;
import io.equipoise.adverseevent.adapter.e2b.E2bSettings;
import io.equipoise.adverseevent.adapter.e2b.RecordedSources;
import io.equipoise.adverseevent.adapter.e2b.Tables;
import io.equipoise.adverseevent.adapter.pdf.DrawnPapers;
import io.equipoise.adverseevent.adapter.rest.EventIds;
import io.equipoise.adverseevent.application.CaseIndex;
import io.equipoise.adverseevent.application.CaseReporting;
import io.equipoise.adverseevent.application.Coding;
import io.equipoise.adverseevent.application.Detailing;
import io.equipoise.adverseevent.application.E2bFormat;
import io.equipoise.adverseevent.application.House;
import io.equipoise.adverseevent.application.Judging;
import io.equipoise.adverseevent.application.OrganClasses;
import io.equipoise.adverseevent.application.Papers;
import io.equipoise.adverseevent.application.PartnerReports;
import io.equipoise.adverseevent.application.PeriodicReport;
import io.equipoise.adverseevent.application.Receipts;
import io.equipoise.adverseevent.application.ReportSources;
import io.equipoise.adverseevent.application.Reporting;
import io.equipoise.adverseevent.application.SafetyViews;
import io.equipoise.adverseevent.application.Unblindings;
import io.equipoise.adverseevent.domain.CaseCommand;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.command.CommandHandler;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reports to authorities: which parts exist and how they are joined. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(E2bSettings.class)
class E2bParts {

    @Bean
    Papers papers() {
        return new DrawnPapers();
    }

    @Bean
    E2bFormat e2bFormat() {
        return new E2bFiles();
    }

    @Bean
    ReportSources reportSources(
            E2bSettings settings, Judging judging, Unblindings unblindings, Coding coding, Detailing detailing) {
        return new RecordedSources(settings, judging, unblindings, coding, detailing);
    }

    @Bean
    CaseReporting caseReporting(
            CommandHandler<SafetyCase, CaseCommand, SafetyFact> cases, ReportSources sources, House house) {
        return new CaseReporting(cases, sources, house, Tables.rules());
    }

    @Bean
    Receipts receipts(CommandHandler<SafetyCase, CaseCommand, SafetyFact> cases, CaseIndex index) {
        return new Receipts(cases, index);
    }

    @Bean
    PartnerReports partnerReports(
            Reporting reporting, CommandHandler<SafetyCase, CaseCommand, SafetyFact> cases, ReportSources sources) {
        return new PartnerReports(reporting, cases, sources, new EventIds("SC-"));
    }

    @Bean
    PeriodicReport periodicReport(
            CaseIndex index, CaseReporting cases, ReportSources sources, SafetyViews views, OrganClasses classes) {
        return new PeriodicReport(index, cases, sources, views, classes);
    }
}
