package io.equipoise.operations.application;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the study may do now and why, and how far its sites and countries have opened. */
public record Standing(
        List<Study.Status> statuses,
        List<Allowed> allowed,
        int sitesOpen,
        int countriesOpen,
        int sitesOfUnknownCountry,
        @Nullable Integer sitesPlanned,
        @Nullable Integer countriesPlanned,
        List<OfCountry> countries) {
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String INVITED = "invited only";
    private static final String UNKNOWN = "unknown";

    /** One thing that a status lets or does not let happen. */
    public record Allowed(String what, String answer) {}

    /** One country's share; null where the country of a site is not known. */
    public record OfCountry(@Nullable String country, int sites, int screened, long enrolled) {}

    public static Standing of(Trial trial) {
        var plan = trial.study().planned();
        var countries = countries(trial);
        return new Standing(
                trial.study().statuses(),
                allowed(trial.study().status()),
                trial.sites().size(),
                (int) countries.stream().filter(each -> each.country() != null).count(),
                countries.stream()
                        .filter(each -> each.country() == null)
                        .mapToInt(OfCountry::sites)
                        .sum(),
                plan == null ? null : plan.sites(),
                plan == null ? null : plan.countries(),
                countries);
    }

    /** Null where nobody said how many are planned. */
    public @Nullable Boolean allSitesOpen() {
        if (sitesPlanned == null) {
            return null;
        }
        return sitesOpen >= sitesPlanned && (countriesPlanned == null || countriesOpen >= countriesPlanned);
    }

    private static List<OfCountry> countries(Trial trial) {
        var byCountry = trial.sites().stream()
                .collect(Collectors.groupingBy(
                        site -> site.country() == null ? "" : site.country(), TreeMap::new, Collectors.toList()));
        return byCountry.entrySet().stream()
                .map(each -> {
                    var sites = each.getValue().stream().map(Site::site).toList();
                    var here = trial.people().stream()
                            .filter(person -> sites.contains(person.site()))
                            .toList();
                    return new OfCountry(
                            each.getKey().isEmpty() ? null : each.getKey(),
                            sites.size(),
                            here.size(),
                            here.stream()
                                    .filter(person -> person.enrolment().enrolledOn() != null)
                                    .count());
                })
                .toList();
    }

    private static final Map<String, List<String>> LETS = Map.of(
            "RECRUITING", List.of(YES, YES, YES, YES),
            "ENROLLING_BY_INVITATION", List.of(INVITED, INVITED, YES, YES),
            "ACTIVE_NOT_RECRUITING", List.of(NO, NO, YES, YES),
            "NOT_YET_RECRUITING", List.of(NO, NO, NO, "no data expected"),
            "SUSPENDED", List.of(NO, NO, "held", YES),
            "TERMINATED", List.of(NO, NO, NO, "until closed"),
            "COMPLETED", List.of(NO, NO, NO, "late events only"),
            "UNKNOWN_STATUS", List.of(NO, NO, NO, YES));

    private static List<Allowed> allowed(@Nullable String status) {
        var lets = LETS.getOrDefault(status == null ? "" : status, List.of(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN));
        return List.of(
                new Allowed("Screening", lets.get(0)),
                new Allowed("Enrolment", lets.get(1)),
                new Allowed("Dosing", lets.get(2)),
                new Allowed("Follow-up and adverse events", lets.get(3)));
    }
}
