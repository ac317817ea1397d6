package io.equipoise.local.simulate;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Doors.Command;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One study of the library, from its loading to the last dose of its last person. */
public record StudyRun(Library library, String study, int people, long seed, LocalDate today) {
    private static final String OPERATIONS = "ops-01";
    private static final int BEFORE = 60;
    private static final int BETWEEN_COHORTS = 35;

    public Line run() {
        var line = new Line(study);
        var loaded = library.load(study);
        line.holds(loaded.accepted(), "loading: " + loaded.text());
        if (!loaded.accepted()) {
            return line;
        }
        var gaps = asRegistered(line);
        var assumed = library.assume(study);
        if (assumed.isEmpty()) {
            line.ended(gaps.isEmpty() ? "stops: its status allows no new people" : "stops: " + String.join(", ", gaps));
            return line;
        }
        line.holds(assumed.get().accepted(), "overlay: " + assumed.get().text());
        var protocol = new Protocol(doors().get(OPERATIONS, path("")).body().path("definition"));
        line.count("assumed", gaps().body().path("assumptions").size());
        if (open(line, protocol)) {
            people(line, protocol);
        }
        return line;
    }

    /** Activation must be refused exactly where something is unknown or the status forbids it, and must say so. */
    private List<String> asRegistered(Line line) {
        var gaps = Protocol.each(gaps().body().path("gaps")).toList();
        var names = gaps.stream().map(gap -> gap.path("what").asString("")).toList();
        var activation = activate(today, "ENROLMENT_AND_DOSING");
        if (gaps.isEmpty()) {
            line.holds(activation.code().equals("STUDY_NOT_RECRUITING"), "activation: " + activation.text());
            line.asRegistered("complete, " + activation.code());
        } else {
            var named = new TreeSet<String>();
            activation.body().path("pointers").forEach(pointer -> named.add(pointer.asString("")));
            var expected = new TreeSet<>(
                    gaps.stream().map(gap -> gap.path("path").asString("")).toList());
            line.holds(
                    activation.code().equals("STUDY_HAS_GAPS") && named.equals(expected),
                    "activation as registered: " + activation.text());
            line.asRegistered("refused, gaps: " + gaps.size());
        }
        var nobody = register(today.minusDays(1));
        line.holds(
                !nobody.accepted() && nobody.status() < 500, "somebody was screened as registered: " + nobody.text());
        return names;
    }

    private boolean open(Line line, Protocol protocol) {
        var left = Protocol.each(gaps().body().path("gaps")).toList();
        boolean enrolmentOnly = !left.isEmpty()
                && left.stream().allMatch(gap -> gap.path("blocks").asString("").equals("DOSING"));
        var activation = activate(begun(protocol), enrolmentOnly ? "ENROLMENT" : "ENROLMENT_AND_DOSING");
        line.ended(enrolmentOnly ? "ran without doses: what is given is unknown" : "ran to its end");
        line.holds(activation.accepted(), "activation with the overlay: " + activation.text());
        if (!activation.accepted()) {
            return false;
        }
        for (int site = 1; site <= Math.max(2, protocol.plannedSites()); site++) {
            var opened = post(
                    OPERATIONS,
                    path("/sites"),
                    Map.of(
                            "site", "%02d".formatted(site),
                            "name", "Site " + site,
                            "country", Places.COUNTRIES.get(site % Places.COUNTRIES.size()),
                            "zone", Places.ZONES.get(site % Places.ZONES.size()),
                            "openedOn", begun(protocol).toString()));
            line.holds(opened.accepted(), "site: " + opened.text());
        }
        if (protocol.randomizes()) {
            new Allocation(this, protocol).prepare(line);
        }
        return true;
    }

    private void people(Line line, Protocol protocol) {
        var inventor = new Inventor(protocol, seed);
        var day = begun(protocol).plusDays(5);
        var cohorts = protocol.cohorts();
        if (cohorts.isEmpty()) {
            for (int number = 1; number <= Math.min(people, protocol.target()); number++) {
                new SubjectRun(this, protocol, line, inventor).run(number, day.plusDays(number), "");
            }
        }
        for (var cohort : cohorts) {
            var size = Math.min(people, protocol.size(cohort).orElse(people));
            for (int number = 1; number <= size; number++) {
                new SubjectRun(this, protocol, line, inventor).run(number, day.plusDays(number * 8L), cohort);
            }
            day = day.plusDays(size * 8L + protocol.days() + BETWEEN_COHORTS);
            new Escalation(this, line).signOff(cohort, day.minusDays(1));
        }
    }

    /** Far enough back that everybody's last dose lies in the past. */
    LocalDate begun(Protocol protocol) {
        int each = protocol.days() + BEFORE;
        var cohorts = Math.max(1, protocol.cohorts().size());
        return today.minusDays((long) each * cohorts + (long) cohorts * (people * 8L + BETWEEN_COHORTS) + BEFORE);
    }

    Answer register(LocalDate on) {
        return doors().postWhen(
                        new Command("coo-01", path("/subjects"), Map.of("site", "01", "screenedOn", on.toString())),
                        "STUDY_UNKNOWN");
    }

    private Answer activate(LocalDate on, String scope) {
        return post(OPERATIONS, path("/activation"), Map.of("activatedOn", on.toString(), "scope", scope));
    }

    private Answer gaps() {
        return doors().get(OPERATIONS, path("/gaps"));
    }

    Answer post(String account, String path, Map<String, ?> body) {
        return doors().post(new Command(account, path, body));
    }

    Doors doors() {
        return library.doors();
    }

    /** The name under which this run keeps the study. */
    public String name() {
        return library.copy(study);
    }

    String path(String rest) {
        return "/api/studies/" + name() + rest;
    }

    /** Where invented sites lie: on both sides of the date line. */
    static final class Places {
        static final List<String> COUNTRIES = List.of("DE", "US", "CN", "EG", "IR", "RU", "ID", "IT", "NZ");
        static final List<String> ZONES = List.of(
                "Europe/Berlin",
                "America/New_York",
                "Asia/Shanghai",
                "Africa/Cairo",
                "Asia/Tehran",
                "Europe/Moscow",
                "Asia/Jakarta",
                "Europe/Rome",
                "Pacific/Auckland");

        private Places() {}
    }
}
