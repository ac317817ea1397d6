package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Inquiry;
import io.equipoise.adverseevent.domain.Inquiry.Answer;
import io.equipoise.adverseevent.domain.Inquiry.Ask;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Use cases of a site: ask a person at a visit for adverse events, and see where nobody asked. */
public final class Inquiring {
    private final House house;
    private final Protocols protocols;
    private final LotEvents events;
    private final Judging judging;
    private final CommandHandler<Inquiry, Ask, SafetyFact> inquiries;

    public Inquiring(
            House house,
            Protocols protocols,
            LotEvents events,
            Judging judging,
            CommandHandler<Inquiry, Ask, SafetyFact> inquiries) {
        this.house = house;
        this.protocols = protocols;
        this.events = events;
        this.judging = judging;
        this.inquiries = inquiries;
    }

    /**
     * Everything about one person.
     *
     * @param answer EVENT where there is an event, whoever was asked; NONE_FOUND where somebody asked and there was none;
     *     else NOT_ASKED
     * @param visits that the definition names, and those that were asked at
     */
    public record Overview(SubjectId subject, Answer answer, Set<String> events, List<String> visits, Inquiry inquiry) {
        public Overview {
            events = Set.copyOf(events);
            visits = List.copyOf(visits);
        }
    }

    public Outcome<SafetyFact> ask(
            SubjectId subject, String visit, LocalDate askedOn, List<String> found, Attribution by) {
        return inquiries.handle(
                Inquiry.stream(subject),
                new Ask(
                        subject,
                        visit,
                        askedOn,
                        found,
                        found.stream().filter(id -> isOf(subject, id)).collect(Collectors.toSet()),
                        Set.copyOf(visits(subject)),
                        house.known(subject, by.recordedAt())),
                by);
    }

    /** By the journal, so that what was reported a moment ago counts. */
    private boolean isOf(SubjectId subject, String event) {
        var account = judging.event(event).account();
        return account != null && account.subject().equals(subject);
    }

    public boolean isRegistered(SubjectId subject, Instant now) {
        return house.known(subject, now).registered();
    }

    public Overview of(SubjectId subject) {
        var inquiry = inquiries.state(Inquiry.stream(subject));
        var found = events.ofPerson(subject);
        var all = new TreeSet<>(inquiry.visits().keySet());
        var named = visits(subject);
        all.removeAll(Set.copyOf(named));
        var visits = new ArrayList<>(named);
        visits.addAll(all);
        return new Overview(subject, answer(inquiry, found), found, visits, inquiry);
    }

    private static Answer answer(Inquiry inquiry, Set<String> found) {
        if (!found.isEmpty()) {
            return Answer.EVENT;
        }
        return inquiry.visits().isEmpty() ? Answer.NOT_ASKED : Answer.NONE_FOUND;
    }

    private List<String> visits(SubjectId subject) {
        return protocols.of(subject.study()).orElse(SafetyProtocol.UNKNOWN).visits();
    }
}
