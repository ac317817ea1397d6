package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.adverseevent.domain.CaseCommand.Absorb;
import io.equipoise.adverseevent.domain.CaseCommand.Acknowledge;
import io.equipoise.adverseevent.domain.CaseCommand.Address;
import io.equipoise.adverseevent.domain.CaseCommand.Amend;
import io.equipoise.adverseevent.domain.CaseCommand.Attach;
import io.equipoise.adverseevent.domain.CaseCommand.CallRisk;
import io.equipoise.adverseevent.domain.CaseCommand.Describe;
import io.equipoise.adverseevent.domain.CaseCommand.Explain;
import io.equipoise.adverseevent.domain.CaseCommand.MergeInto;
import io.equipoise.adverseevent.domain.CaseCommand.Narrate;
import io.equipoise.adverseevent.domain.CaseCommand.Nullify;
import io.equipoise.adverseevent.domain.CaseCommand.Open;
import io.equipoise.adverseevent.domain.CaseCommand.Receive;
import io.equipoise.adverseevent.domain.CaseCommand.Submit;
import io.equipoise.adverseevent.domain.CaseCommand.Take;
import io.equipoise.adverseevent.domain.CaseFact.CaseAmended;
import io.equipoise.adverseevent.domain.CaseFact.CaseAuthoritiesChanged;
import io.equipoise.adverseevent.domain.CaseFact.CaseClockAtRisk;
import io.equipoise.adverseevent.domain.CaseFact.CaseEventTaken;
import io.equipoise.adverseevent.domain.CaseFact.CaseFileAttached;
import io.equipoise.adverseevent.domain.CaseFact.CaseInformationReceived;
import io.equipoise.adverseevent.domain.CaseFact.CaseNarrated;
import io.equipoise.adverseevent.domain.CaseFact.CaseNullified;
import io.equipoise.adverseevent.domain.CaseFact.CaseOpened;
import io.equipoise.adverseevent.domain.CaseFact.CasePatientDescribed;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides what may happen to a case. One that was nullified or merged still takes what concerns its reports. */
record CaseDesk(SafetyCase state) {
    private static final int LONGEST_NAME = 250;

    Decision<SafetyFact> decide(CaseCommand command) {
        return switch (command) {
            case Open open -> open(open);
            case Receive receive -> ifOpen(opened -> receive(opened, receive));
            case Take take -> ifOpen(opened -> take(opened, take));
            case Narrate narrate -> ifOpen(opened -> narrate(opened, narrate));
            case Describe describe -> ifOpen(opened -> describe(opened, describe));
            case Attach attach -> ifOpen(opened -> attach(opened, attach));
            case Address address -> ifOpen(opened -> address(opened, address));
            case Amend(var reason, var at) ->
                ifOpen(opened -> unless(
                        CaseRule.words(reason, "/reason"),
                        new CaseAmended(
                                opened.caseId(),
                                opened.subject(),
                                state.amendments().size() + 1,
                                at,
                                reason)));
            case Nullify(var reason, var at) ->
                ifOpen(opened -> unless(
                        CaseRule.words(reason, "/reason"),
                        new CaseNullified(opened.caseId(), opened.subject(), at, reason)));
            case CallRisk risk -> ifKnown(opened -> call(opened, risk));
            case Absorb absorb -> ifOpen(opened -> new CaseMerging(state, opened).absorb(absorb));
            case MergeInto merge -> ifKnown(opened -> new CaseMerging(state, opened).mergeInto(merge));
            case Submit submit -> ifKnown(opened -> new CaseReports(state, opened).submit(submit));
            case Acknowledge answer -> ifKnown(opened -> new CaseReports(state, opened).acknowledge(answer));
            case Explain explain -> ifOpen(opened -> new CaseMerging(state, opened).explain(explain));
        };
    }

    private Decision<SafetyFact> ifKnown(Function<CaseOpened, Decision<SafetyFact>> then) {
        return state.opened()
                .map(then)
                .orElseGet(() -> refuse(Refusal.unknown("CASE_UNKNOWN", "no such case was ever opened")));
    }

    private Decision<SafetyFact> ifOpen(Function<CaseOpened, Decision<SafetyFact>> then) {
        if (state.nullified().isPresent()) {
            return refuse(Refusal.conflict("CASE_NULLIFIED", "the case was nullified; open another one"));
        }
        return state.mergedInto()
                .<Decision<SafetyFact>>map(merged -> refuse(Refusal.conflict(
                        "CASE_MERGED", "the case is a duplicate: write into " + merged.into() + " instead")))
                .orElseGet(() -> ifKnown(then));
    }

    private static Decision<SafetyFact> unless(@Nullable Refusal no, SafetyFact fact) {
        return no == null ? accept(fact) : refuse(no);
    }

    private Decision<SafetyFact> open(Open open) {
        if (state.opened().isPresent()) {
            return refuse(Refusal.conflict("CASE_ALREADY_OPENED", "this case is open already"));
        }
        var no = CaseRule.firstBroken(open.initial(), open.askedAt())
                .or(() -> CaseRule.identity(open.safetyReportId(), open.worldwideId()))
                .or(() -> CaseRule.authorities(open.authorities()));
        if (no.isPresent()) {
            return refuse(no.get());
        }
        if (open.events().isEmpty()) {
            return refuse(
                    Refusal.invalid("CASE_WITHOUT_EVENT", "a case is made of at least one adverse event", "/events"));
        }
        return accept(
                new CaseOpened(
                        open.caseId(),
                        open.subject(),
                        open.safetyReportId(),
                        open.worldwideId(),
                        open.events(),
                        open.authorities().stream().distinct().sorted().toList()),
                new CaseInformationReceived(
                        open.caseId(),
                        open.subject(),
                        1,
                        open.initial().information(),
                        open.initial().what(),
                        open.initial().reporterName()));
    }

    private Decision<SafetyFact> receive(CaseOpened opened, Receive receive) {
        var heard = receive.heard();
        return CaseRule.firstBroken(heard, receive.askedAt())
                .<Decision<SafetyFact>>map(Decision::refuse)
                .orElseGet(() -> accept(new CaseInformationReceived(
                        opened.caseId(),
                        opened.subject(),
                        state.information().size() + 1,
                        heard.information(),
                        heard.what(),
                        heard.reporterName())));
    }

    private Decision<SafetyFact> take(CaseOpened opened, Take take) {
        if (!take.of().equals(opened.subject())) {
            return refuse(CaseMerging.otherSubject("/event"));
        }
        return state.events().contains(take.event())
                ? accept()
                : unless(
                        CaseRule.words(take.reason(), "/reason"),
                        new CaseEventTaken(opened.caseId(), opened.subject(), take.event(), take.reason()));
    }

    private Decision<SafetyFact> narrate(CaseOpened opened, Narrate narrate) {
        var text = narrate.narrative();
        if (text.isBlank() || text.length() > SafetyCase.LONGEST_NARRATIVE) {
            return refuse(Refusal.invalid(
                    "CASE_NARRATIVE_INVALID",
                    "a case narrative has 1 to 100000 characters (ICH E2B(R3) H.1)",
                    "/narrative"));
        }
        var version =
                state.facts().stream().filter(CaseNarrated.class::isInstance).count() + 1;
        return state.narrative().filter(text::equals).isPresent()
                ? accept()
                : accept(new CaseNarrated(opened.caseId(), opened.subject(), (int) version, text));
    }

    private Decision<SafetyFact> describe(CaseOpened opened, Describe describe) {
        var before = state.patient();
        if (before.tellsNothing() && describe.patient().tellsNothing()) {
            return refuse(Refusal.invalid(
                    "PATIENT_EMPTY", "say at least one of age, sex, weight, height and history", "/age"));
        }
        if (describe.patient().equals(before)) {
            return accept();
        }
        var reason = describe.reason();
        var no = describe.patient()
                .refusal()
                .or(() -> before.tellsNothing()
                        ? Optional.empty()
                        : Optional.ofNullable(CaseRule.words(reason == null ? "" : reason, "/reason")));
        return unless(
                no.orElse(null),
                new CasePatientDescribed(opened.caseId(), opened.subject(), describe.patient(), reason));
    }

    private Decision<SafetyFact> attach(CaseOpened opened, Attach attach) {
        if (!CaseRule.isOneLine(attach.name(), LONGEST_NAME)) {
            return refuse(Refusal.invalid(
                    "FILE_NAME_INVALID", "name the file in 1 to 250 characters on one line", "X-File-Name"));
        }
        return state.files().stream().anyMatch(file -> file.sha256().equals(attach.sha256()))
                ? accept()
                : accept(new CaseFileAttached(
                        opened.caseId(),
                        opened.subject(),
                        attach.file(),
                        attach.name(),
                        attach.mediaType(),
                        attach.size(),
                        attach.sha256()));
    }

    private Decision<SafetyFact> address(CaseOpened opened, Address address) {
        var authorities = address.authorities().stream().distinct().sorted().toList();
        var no = CaseRule.authorities(authorities)
                .or(() -> Optional.ofNullable(CaseRule.words(address.reason(), "/reason")));
        if (no.isPresent()) {
            return refuse(no.get());
        }
        return authorities.equals(state.authorities())
                ? accept()
                : accept(new CaseAuthoritiesChanged(opened.caseId(), opened.subject(), authorities, address.reason()));
    }

    private Decision<SafetyFact> call(CaseOpened opened, CallRisk risk) {
        var told = state.risks().stream()
                .anyMatch(
                        each -> each.clock().equals(risk.clock()) && each.due().equals(risk.due()));
        return told
                ? accept()
                : accept(new CaseClockAtRisk(
                        opened.caseId(),
                        opened.subject(),
                        risk.clock(),
                        risk.authority(),
                        risk.due(),
                        risk.atRiskAt()));
    }
}
