package io.equipoise.adverseevent.domain.alerting;

import io.equipoise.platform.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is on call when. Shifts may overlap: then several are.
 *
 * @param zone whose clock the calendar is shown by; what counts are the instants
 */
public record Rota(ZoneId zone, List<Shift> shifts) {
    private static final int MOST = 1_000;

    public Rota {
        shifts = shifts.stream()
                .sorted(Comparator.comparing(Shift::from)
                        .thenComparing(Shift::until)
                        .thenComparing(Shift::person))
                .toList();
    }

    /** Nobody, where the list is empty. */
    public List<String> onCall(Instant at) {
        return shifts.stream()
                .filter(shift -> shift.covers(at))
                .map(Shift::person)
                .distinct()
                .toList();
    }

    /** When nobody is on call between the first shift and the last. */
    public List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        Instant covered = null;
        for (var shift : shifts) {
            if (covered != null && shift.from().isAfter(covered)) {
                gaps.add(new Gap(covered, shift.from()));
            }
            covered = covered == null || shift.until().isAfter(covered) ? shift.until() : covered;
        }
        return List.copyOf(gaps);
    }

    /** When the last shift ends; empty where there is none. */
    public Optional<Instant> end() {
        return shifts.stream().map(Shift::until).max(Comparator.naturalOrder());
    }

    /** Why nobody can go by this; a person whom no channel reaches is on call for nothing. */
    public Optional<Refusal> broken(List<Shift> asGiven, Set<String> reachable) {
        if (asGiven.isEmpty() || asGiven.size() > MOST) {
            return Optional.of(Refusal.invalid("ROTA_EMPTY", "a rota has 1 to 1000 shifts", "/shifts"));
        }
        for (int i = 0; i < asGiven.size(); i++) {
            var shift = asGiven.get(i);
            var at = "/shifts/" + i;
            if (!shift.from().isBefore(shift.until())) {
                return Optional.of(
                        Refusal.invalid("SHIFT_ENDS_BEFORE_IT_STARTS", "a shift ends after it starts", at + "/until"));
            }
            if (!reachable.contains(shift.person())) {
                return Optional.of(unreachable(shift.person(), at + "/person"));
            }
        }
        return Optional.empty();
    }

    static Refusal unreachable(String person, String pointer) {
        return Refusal.invalid(
                "PERSON_UNREACHABLE",
                "no mailbox and no browser is known for " + person + ", so nothing would reach them",
                pointer);
    }
}
